package io.github.backupdiag.guest.samples;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.testkit.FakeGuest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A made-up Windows VM on Azure that runs, whose commands speak a display language. */
final class RunningWindows implements GuestConnection {

  /** When the SQL writer failed, if it did. */
  static final Instant FAILED = Instant.parse("2026-03-14T02:15:44Z");

  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
  private static final String SQL = "a65faa63-5ea8-4ebc-9dbd-a0c4db26912a";
  private static final String VOLUME = "(C:)\\\\?\\Volume{bbbb2222-0000-4000-8000-000000000003}\\";

  /** What the commands do. */
  enum Manner {
    HEALTHY,
    SQL_WRITER_FAILED,
    SILENT,
    LATE
  }

  private final DisplayLanguage language;
  private final Manner manner;
  private final FakeGuest rest = FakeGuest.live().assumedAzureVm(true);

  RunningWindows(DisplayLanguage language, Manner manner) {
    this.language = language;
    this.manner = manner;
    HttpAnswer well = HttpAnswer.of(200, FAILED, FAILED, new byte[0], true);
    rest.folder("C:/Windows/System32")
        .registry(
            "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
            "CurrentBuildNumber",
            "REG_SZ",
            "20348")
        .registry(
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage",
            "OEMCP",
            "REG_SZ",
            language.page())
        .denied(SERVICES + "VSS\\Providers")
        .http("http://168.63.129.16/?comp=versions", well)
        .tcp("168.63.129.16", 32526, NetworkOutcome.ANSWERED);
    for (String name :
        List.of("VSS", "swprv", "EventSystem", "RdAgent", "WindowsAzureGuestAgent")) {
      rest.registry(SERVICES + name, "Start", "REG_DWORD", "2")
          .registry(SERVICES + name, "ObjectName", "REG_SZ", "LocalSystem");
    }
  }

  @Override
  public Nature nature() {
    return Nature.LIVE;
  }

  @Override
  public String name() {
    return "a running sample";
  }

  @Override
  public boolean assumedAzureVm() {
    return true;
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) {
    Answers.Builder answers = Answers.builder();
    for (Question<?> question : questions) {
      if (question instanceof Question.Command command) {
        put(answers, command);
      }
    }
    return rest.ask(
            questions.stream().filter(asked -> !(asked instanceof Question.Command)).toList(),
            timeout)
        .and(answers.build());
  }

  private void put(Answers.Builder answers, Question.Command asked) {
    if (manner == Manner.LATE) {
      String program = asked.argv().get(0);
      answers.put(asked, new Unavailable<>(UnavailableReason.TIMED_OUT, program));
    } else if (asked.argv().get(0).equals("manage-bde.exe")) {
      answers.put(asked, new Absent<>("manage-bde.exe")); // BitLocker is a feature to be added
    } else {
      byte[] printed = manner == Manner.SILENT ? new byte[0] : printed(asked.argv());
      CommandOutput output = new CommandOutput(0, printed, new byte[0], true);
      answers.put(asked, new Observed<>(output, asked.argv().get(0), null));
    }
  }

  private byte[] printed(List<String> argv) {
    return switch (argv.get(0)) {
      case "vssadmin.exe" -> language.printed(vssadmin(argv.get(2)));
      case "icacls.exe" -> language.printed(language.found(argv.get(1)));
      case "sc.exe" -> language.printed(service(argv.get(2)));
      case "wevtutil.exe" -> event(argv.get(2)).getBytes(StandardCharsets.UTF_16LE);
      default -> new byte[0];
    };
  }

  private String vssadmin(String what) {
    return "vssadmin 1.1 - x\n(C) Copyright 2001-2013 Microsoft Corp.\n\n"
        + switch (what) {
          case "writers" -> writers();
          case "providers" ->
              """
              x: 'Microsoft Software Shadow Copy provider 1.0'
                 y: z
                 i: {b5946137-7b9f-4925-af80-51abd60b20d5}
                 v: 1.0.0.7
              """;
          case "shadowstorage" -> language.storage(VOLUME, 150, 1000);
          default ->
              ("   v: " + VOLUME)
                  + "\n   k: \\\\?\\GLOBALROOT\\Device\\HarddiskVolumeShadowCopy4\n";
        };
  }

  private String writers() {
    return language.writer("Task Scheduler Writer", "d61d61c8-d73a-4eee-8cdd-f6f9786b7124", 1)
        + language.writer("VSS Metadata Store Writer", "75dfb225-e2e4-4d39-9ac9-ffaff65ddf06", 1)
        + language.writer("System Writer", "e8132975-6f93-4464-a53e-1050253ae220", 1)
        + language.writer("SqlServerWriter", SQL, manner == Manner.HEALTHY ? 1 : 8)
        + language.writer("ASR Writer", "be000cbe-11fe-4426-9c58-531aa6355fc4", 1)
        + language.writer("COM+ REGDB Writer", "542da469-d3e1-473c-9f4f-7847f01fc64f", 1)
        + language.writer("Registry Writer", "afbab4a2-367d-4d15-a586-71dbb18f8485", 1)
        + language.writer("WMI Writer", "a6ad56c2-b509-4e6c-bb19-49d8f43532f0", 1);
  }

  private static String service(String name) {
    boolean idle = name.equals("VSS") || name.equals("swprv");
    return ("\nSERVICE_NAME: " + name + "\n        TYPE               : 10  WIN32_OWN_PROCESS\n")
        + ("        STATE              : " + (idle ? "1  STOPPED" : "4  RUNNING"))
        + "\n        WIN32_EXIT_CODE    : 0  (0x0)\n";
  }

  private String event(String channel) {
    return manner == Manner.HEALTHY || !channel.equals("Application")
        ? ""
        : "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
            + "<Provider Name='VSS'/><EventID Qualifiers='0'>8229</EventID>"
            + ("<TimeCreated SystemTime='" + FAILED + "'/><Channel>Application</Channel></System>")
            + ("<EventData><Data>0x800423f4, " + language.lateWriter() + "</Data>")
            + ("<Data>{" + SQL + "}</Data></EventData></Event>\r\n");
  }
}
