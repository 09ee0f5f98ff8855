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
        "host-endpoint-unreachable | curl: (28) Failed to connect to 168.63.129.16 port 32526 after 5001 ms: Timeout",
        "host-endpoint-unreachable | Connecting to 168.63.129.16:80... failed: No route to host.",
        "host-endpoint-unreachable | WARNING: TCP connect to (168.63.129.16 : 80) failed",
        "host-endpoint-unreachable | No connection could be made because the target machine actively refused it 168.63.129.16:80",
        "host-endpoint-unreachable | [HTTP Failed] GET http://168.63.129.16/?comp=versions -- IOError timed out",
        "outbound-storage-blocked | [HTTP Failed] GET https://x.blob.core.windows.net/y -- IOError timed out",
        "vm-model-out-of-sync | Inner error: [ResourceGoneError] [HTTP Failed] [410: Gone] The page was removed.",
        "service-transient-fault | [ProtocolError] Calling wire server failed: 503",
        "linux-agent-outdated | The requested operation requires features that are not supported by the version of the VM agent",
        "linux-agent-dependency-missing | ImportError: No module named pkg_resources",
        "python-too-new-for-extension | ModuleNotFoundError: No module named 'asyncore'",
        "python-too-new-for-extension | AttributeError: module 'ssl' has no attribute 'wrap_socket'",
        "selinux-blocks-agent | Process: 29203 ExecStart=/var/lib/waagent/x/y (code=exited, status=203/EXEC)",
        "agent-dir-mounted-noexec | /usr/bin/bash: bad interpreter: Permission denied",
        "guest-disk-full | tar: main/x: Cannot write: Auf dem Gerät ist kein Speicherplatz mehr verfügbar",
        "guest-disk-full | Enable failed with exit code 52 Couldn't create marker file",
        "vss-access-control-wrong | … Schnittstelle \"IVssWriterCallback\" … hr = 0x80070005, Zugriff verweigert",
        "vss-access-control-wrong | writer with name X does not run under a user with sufficient access rights.",
        "vss-classes-unregistered | COM-Server mit CLSID {faf53cc4-bd73-4e36-83f1-2b23f46e513e}",
        "software-shadow-provider-broken | [CLSID {65EE1DBA-8FF4-4A58-AC1C-3470EE2F376A}]",
        "com-event-system-broken | An internal inconsistency was detected in trying to contact shadow copy service writers.",
        "shadow-copy-storage-full | Insufficient storage available to create either the shadow copy storage file or other",
        "volume-root-denies-administrators | VSS was denied access to the root of volume D:",
        "sql-writer-blocked-by-database | SQLSTATE: 42000, Native Error: 945",
        "sql-writer-lacks-rights | Login failed for user 'NT SERVICE\\SQLWriter'.",
        "sql-database-torn-by-disk-exclusion | Sqllib error: Database x is stored on multiple volumes, only some of",
        "system-writer-cannot-enumerate | TraverseDir : Unable to push subdirectory.",
        "system-writer-cannot-enumerate | 枚举文件失败。",
        "cng-key-isolation-stopped | The CNG Key Isolation service terminated with the following error:",
        "vc-redist-install-blocked | 產品：Microsoft Visual C++ 2013 -- 錯誤 1401。無法建立機碼",
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
        "Connecting to 168.63.129.16:80... connected.",
        "Connection to 168.63.129.16 80 port [tcp/http] succeeded!",
        "Fetching the goal state recovered from previous errors. Fetched etag_1",
        "COM call \"lvssObject4->GetRootAndLogicalPrefixPaths\" failed.",
        "Ran out of time while deleting files.",
        "Unexpected error calling routine ConvertStringSidToSid. hr = 0x80070539.",
        "Unexpected error An older writer session state is being removed. hr = 0x80042409",
        "akvvm_service.service: Start request repeated too quickly.",
        "Error creating the Shadow Copy Provider COM class with CLSID {3e02620c-e180-44f3-b154-2473646e4cb8}",
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
