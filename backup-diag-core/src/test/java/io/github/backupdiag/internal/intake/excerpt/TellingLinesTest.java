package io.github.backupdiag.internal.intake.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that names what is missing points to that, in whatever way it was written. */
class TellingLinesTest {

  private static final LoadedCatalog CATALOG = LoadedCatalog.with(List.of());
  private static final PastedLogs LOGS = new PastedLogs(CATALOG);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "python-not-found | waagent.service: Failed at step EXEC spawning /usr/bin/python: No such file or directory",
        "python-not-found | walinuxagent.service: Failed to locate executable /usr/bin/python3: No such file or directory",
        "python-not-found | /usr/bin/env: ‘python3’: No such file or directory",
        "python-not-found | /usr/sbin/waagent: /usr/bin/python2: bad interpreter: No such file or directory",
        "python-not-found | OSError: [Errno 2] No such file or directory: 'python3'",
        "linux-agent-dependency-missing | /bin/sh: 1: /usr/bin/openssl: not found",
        "extension-files-deleted | python3: can't open file 'main/handle.py': [Errno 2] No such file or directory",
        "agent-dir-mounted-noexec | /bin/sh: 1: /var/lib/waagent/x/main/handle.sh: Permission denied",
        "guest-agent-missing | Unit walinuxagent.service could not be found.",
        "network-mount-unreachable | df command executed for process wait time value0",
        "windows-agent-unresponsive | Name der fehlerhaften Anwendung: WaAppAgent.exe, Version: 2.7",
        "windows-agent-unresponsive | 障害が発生しているアプリケーション名: WindowsAzureGuestAgent.exe、バージョン: 2.7",
        "vc-redist-install-blocked | Produkt: Microsoft Visual C++ 2013 -- Fehler 1401. Schlüssel kann nicht erstellt werden",
      })
  void pointToWhatIsMissing(String cause, String line) {
    assertThat(firstCauses(line)).contains(cause);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I/O is frozen on database model. No user action is required.",
        "There is some glitch in executing the command 'lsscsi' and therefore size calculation",
        "walinuxagent.service; enabled; vendor preset: enabled",
        "Installation success or error status: 0.",
        "df command executed for process wait time value299",
      })
  void sayNothingWhereAllIsWell(String line) {
    assertThat(firstCauses(line)).isEmpty();
  }

  private static Set<String> firstCauses(String line) {
    FactSet.Builder facts = FactSet.builder();
    LOGS.read(line, true, facts);
    LogEvents quoted = facts.build().value(BackupFacts.QUOTED_LINES);
    Set<String> seen =
        quoted == null
            ? Set.of()
            : quoted.events().stream()
                .map(event -> event.signature())
                .collect(Collectors.toUnmodifiableSet());
    return CATALOG.signatures().stream()
        .filter(signature -> seen.contains(signature.id()) && !signature.causes().isEmpty())
        .map(signature -> signature.causes().get(0))
        .collect(Collectors.toUnmodifiableSet());
  }
}
