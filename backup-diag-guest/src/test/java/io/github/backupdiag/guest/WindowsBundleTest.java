package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Output as the script for Windows is meant to write it, made by hand. */
class WindowsBundleTest {

  private static final String QUERY = "/q:*[System[(EventID=8193) and TimeCreated[";
  private static final String BUNDLE =
      """
      backup-diag-guest 1 windows
      i clock 1773454510
      i user S-1-5-18
      w D 0 1773000000 C:/WindowsAzure
      w F 125440 1773000001 C:/Windows/System32/ntoskrnl.exe
      - C:/Windows/SysWOW64
      ! C:/Windows/System32/CodeIntegrity/SiPolicy.p7b
      |Access denied
      G 1 C:/WindowsAzure/Logs/WaAppAgent*.log
      w F 52 1773454500 C:/WindowsAzure/Logs/WaAppAgent.log
      z 52 1773454500 C:/WindowsAzure/Logs/WaAppAgent.log
      t 52 52 C:/WindowsAzure/Logs/WaAppAgent.log
      ;[00000014] 2026-03-14T02:15:09.123Z first
      ;second
      |
      k 1 1 HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS
      |[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\VSS]
      |"Start"=dword:00000003
      |"ObjectName"=hex(1):4c,00,6f,00,63,00,61,00,6c,00,00,00
      |@=hex(7):61,00,00,00,62,00,00,00,00,00
      |[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Providers]
      |
      - HKLM\\SYSTEM\\CurrentControlSet\\Services\\ClusSvc
      ! HKLM\\SOFTWARE\\Policies
      |Access denied
      a sc.exe
      a query
      a VSS
      x 0
      ;        STATE              : 1  STOPPED
      |
      a vssadmin.exe
      a list
      a writers
      x T
      |
      a icacls.exe
      a C:\\
      x 5+
      =/w==
      a wevtutil.exe
      a qe
      a /q:*[System[(EventID=8193) and TimeCreated[timediff(@SystemTime) <= 86400000]]]
      x 0
      |<Event/>
      .
      """;

  @Test
  void answersPathsWhateverTheirCase() throws Exception {
    assertThat(ask(Question.stat("c:/windows/system32/NTOSKRNL.EXE"))).isInstanceOf(Observed.class);
    assertThat(ask(Question.stat("C:/Windows/SysWOW64"))).isInstanceOf(Absent.class);
    assertThat(reason(ask(Question.stat("C:/Windows/System32/CodeIntegrity/SiPolicy.p7b"))))
        .isEqualTo(UnavailableReason.NOT_PERMITTED);
    assertThat(reason(ask(Question.stat("C:/Windows/never-asked"))))
        .isEqualTo(UnavailableReason.NOT_RECORDED);
    assertThat(ask(Question.stat("/etc/os-release"))).isInstanceOf(Absent.class);
  }

  @Test
  void keepsLineEndsOfLogs() throws Exception {
    PathEntries listed = seen(ask(Question.listing("C:/WindowsAzure/Logs/WaAppAgent*.log")));
    FileContent log = seen(ask(Question.tail(listed.entries().get(0).path(), 1 << 22)));
    assertThat(log.text()).isEqualTo("[00000014] 2026-03-14T02:15:09.123Z first\r\nsecond\r\n");
    assertThat(log.isComplete()).isTrue();
    assertThat(log.modified()).isEqualTo(Instant.ofEpochSecond(1773454500));
  }

  @Test
  void readsKeysToTheDepthThatWasCollected() throws Exception {
    String vss = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS";
    RegistryKey key = seen(ask(Question.registry(vss, 1)));
    assertThat(key.number("Start")).hasValue(3);
    assertThat(key.text("ObjectName")).hasValue("Local");
    assertThat(key.text("")).hasValue("a\nb");
    assertThat(key.keys()).extracting(RegistryKey::name).containsExactly("Providers");
    assertThat(ask(Question.registry(vss))).isInstanceOf(Observed.class);
    assertThat(reason(ask(Question.registry(vss, 2)))).isEqualTo(UnavailableReason.NOT_RECORDED);
    assertThat(ask(Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Services\\ClusSvc")))
        .isInstanceOf(Absent.class);
    assertThat(reason(ask(Question.registry("HKLM\\SOFTWARE\\Policies"))))
        .isEqualTo(UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void tellsHowCommandsEnded() throws Exception {
    CommandOutput state = seen(ask(command("sc.exe", "query", "VSS")));
    assertThat(new String(state.out(), StandardCharsets.UTF_8)).contains("1  STOPPED\r\n");
    assertThat(reason(ask(command("vssadmin.exe", "list", "writers"))))
        .isEqualTo(UnavailableReason.TIMED_OUT);
    CommandOutput rights = seen(ask(command("icacls.exe", "C:\\")));
    assertThat(rights.exitStatus()).isEqualTo(5);
    assertThat(rights.isComplete()).isFalse();
    assertThat(rights.out()).containsExactly(0xFF);
    assertThat(reason(ask(command("sc.exe", "query", "SENS"))))
        .isEqualTo(UnavailableReason.NOT_RECORDED);
  }

  @Test
  void takesTheEventsOfTheLastDayForAFailureInIt() throws Exception {
    assertThat(ask(events("2026-03-13T23:00:00Z", "2026-03-14T01:15:00Z")))
        .isInstanceOf(Observed.class);
    assertThat(ask(events("2026-03-14T01:00:00Z", "2026-03-14T03:15:00Z")))
        .isInstanceOf(Observed.class);
    assertThat(reason(ask(events("2026-03-12T23:00:00Z", "2026-03-13T01:15:00Z"))))
        .isEqualTo(UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readsWhatPowerShellItselfRedirected() throws Exception {
    byte[] wide = ("\uFEFF" + BUNDLE.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
    OfflineBundle bundle = OfflineBundle.open(new ByteArrayInputStream(wide), "guest.txt");
    assertThat(bundle.isComplete()).isTrue();
    assertThat(bundle.seenAt()).isEqualTo(Instant.ofEpochSecond(1773454510));
    RegistryKey key =
        seen(
            bundle
                .ask(
                    List.of(Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS")),
                    Duration.ofSeconds(1))
                .to(Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS")));
    assertThat(key.number("Start")).hasValue(3);
  }

  private static Question<CommandOutput> command(String... argv) {
    return new Question.Command(List.of(argv), Duration.ofSeconds(1));
  }

  private static Question<CommandOutput> events(String from, String to) {
    return command(
        "wevtutil.exe",
        "qe",
        QUERY + "@SystemTime>='" + from + "' and @SystemTime<='" + to + "']]]");
  }

  private static <A> Observation<A> ask(Question<A> question) throws Exception {
    OfflineBundle bundle =
        OfflineBundle.open(
            new ByteArrayInputStream(BUNDLE.getBytes(StandardCharsets.UTF_8)), "guest.txt");
    return bundle.ask(List.of(question), Duration.ofSeconds(1)).to(question);
  }

  private static <A> A seen(Observation<A> answer) {
    return ((Observed<A>) answer).value();
  }

  private static UnavailableReason reason(Observation<?> answer) {
    return ((Unavailable<?>) answer).reason();
  }
}
