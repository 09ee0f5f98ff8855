package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.guest.samples.SampleWindows;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.testkit.FakeGuest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A made-up Windows guest that runs: its files and its registry, and what its commands print in a
 * display language.
 */
final class LiveWindows {

  private static final String HOST = "168.63.129.16";
  private static final Duration SHORT = Duration.ofSeconds(15);
  private static final List<String> AT_REST =
      List.of("VSS", "swprv", "COMSysApp", "KeyIso", "msiserver", "IaaSVmProvider");
  private static final List<String> RUNNING =
      List.of(
          "EventSystem",
          "SENS",
          "MSDTC",
          "CryptSvc",
          "Winmgmt",
          "Dhcp",
          "WindowsAzureGuestAgent",
          "RdAgent");

  /** Writers of every server, by their class. */
  private static final Map<String, String> WRITERS =
      Map.of(
          "System Writer", "e8132975-6f93-4464-a53e-1050253ae220",
          "Registry Writer", "afbab4a2-367d-4d15-a586-71dbb18f8485",
          "ASR Writer", "be000cbe-11fe-4426-9c58-531aa6355fc4",
          "COM+ REGDB Writer", "542da469-d3e1-473c-9f4f-7847f01fc64f",
          "WMI Writer", "a6ad56c2-b509-4e6c-bb19-49d8f43532f0");

  private final Language language;
  private final Map<String, Integer> states = new LinkedHashMap<>();
  private final Map<Integer, String> events = new LinkedHashMap<>();
  private final Map<String, String> writerStates = new LinkedHashMap<>();
  private final Map<Question<CommandOutput>, Boolean> rights = new LinkedHashMap<>();

  /** Words of a display language, and the code page of its console. */
  enum Language {
    EN(
        "437",
        "IBM437",
        "TYPE|STATE|STOPPED|RUNNING",
        "Writer name|Writer Id|Writer Instance Id|State|Last error|Stable|No error",
        "SID Found: ",
        "No items found that satisfy the query."),
    DE(
        "850",
        "IBM850",
        "TYP|STATUS|STOPPED|RUNNING",
        "Verfassername|Verfasserkennung|Verfasserinstanzkennung|Status|Letzter Fehler|Stabil"
            + "|Kein Fehler",
        "SID gefunden: ",
        "Es wurden keine Eintr\u00e4ge gefunden."),
    JA(
        "932",
        "windows-31j",
        "TYPE|STATE|STOPPED|RUNNING",
        "\u30e9\u30a4\u30bf\u30fc\u540d|\u30e9\u30a4\u30bf\u30fc Id"
            + "|\u30e9\u30a4\u30bf\u30fc \u30a4\u30f3\u30b9\u30bf\u30f3\u30b9 Id|\u72b6\u614b"
            + "|\u6700\u5f8c\u306e\u30a8\u30e9\u30fc|\u5b89\u5b9a|\u30a8\u30e9\u30fc\u306a\u3057",
        "SID \u304c\u898b\u3064\u304b\u308a\u307e\u3057\u305f: ",
        "\u9805\u76ee\u304c\u898b\u3064\u304b\u308a\u307e\u305b\u3093\u3002");

    private final String page;
    private final Charset charset;
    private final List<String> service;
    private final List<String> writer;
    private final String found;
    private final String none;

    Language(
        String page, String charset, String service, String writer, String found, String none) {
      this.page = page;
      this.charset = Charset.forName(charset);
      this.service = List.of(service.split("\\|", -1));
      this.writer = List.of(writer.split("\\|", -1));
      this.found = found;
      this.none = none;
    }
  }

  private LiveWindows(Language language) {
    this.language = language;
    AT_REST.forEach(name -> states.put(name, 1));
    RUNNING.forEach(name -> states.put(name, 4));
  }

  static LiveWindows in(Language language) {
    return new LiveWindows(language);
  }

  LiveWindows state(String service, int state) {
    states.put(service, state);
    return this;
  }

  LiveWindows writer(String name, String stateAndError) {
    writerStates.put(name, stateAndError);
    return this;
  }

  /** Adds to what one query of the event logs finds. */
  LiveWindows event(int query, String xml) {
    events.merge(query, xml, String::concat);
    return this;
  }

  /** Takes an account out of the rights of a folder. */
  LiveWindows without(String path, String sid) {
    rights.put(command("icacls.exe", path, "/findsid", "*" + sid), false);
    return this;
  }

  FakeGuest running(SampleWindows disk) {
    FakeGuest guest = FakeGuest.live();
    disk.files().forEach((path, bytes) -> guest.file("C:/" + path, bytes));
    disk.registry()
        .text(SampleWindows.CONTROL + "Nls\\CodePage", "OEMCP", language.page)
        .script(guest);
    states.forEach((name, state) -> print(guest, command("sc.exe", "query", name), service(state)));
    print(guest, VssAdmin.WRITERS, writers());
    print(guest, VssAdmin.STORAGE, banner() + language.none + "\r\n");
    print(guest, VssAdmin.SHADOWS, banner() + language.none + "\r\n");
    folders(guest);
    for (int i = 0; i < EventQuery.ALL.size(); i++) {
      byte[] found = events.getOrDefault(i, "").getBytes(StandardCharsets.UTF_16LE);
      guest.answer(
          EventQuery.ALL.get(i).question(null), new CommandOutput(0, found, new byte[0], true));
    }
    surroundings(guest);
    return guest.tcp(HOST, 80, NetworkOutcome.ANSWERED).tcp(HOST, 32526, NetworkOutcome.ANSWERED);
  }

  /** The antivirus of Windows, an audit that is off, and no BitLocker, as on most servers. */
  private static void surroundings(FakeGuest guest) {
    guest
        .command(
            List.of("fltmc.exe", "filters"),
            0,
            "Name Instances Altitude Frame\r\nWdFilter 9 328010 0\r\n")
        .command(
            List.of(
                "wevtutil.exe",
                "qe",
                "Security",
                "/q:*[System[(EventID=5152 or EventID=5157) and TimeCreated["
                    + EventQuery.time(null)
                    + "]] and EventData[Data[@Name='DestAddress']='"
                    + HOST
                    + "']]",
                "/f:xml",
                "/rd:true",
                "/c:50",
                "/uni:true"),
            0,
            "");
  }

  private void folders(FakeGuest guest) {
    String crypto = "C:\\ProgramData\\Microsoft\\Crypto\\";
    for (String path :
        List.of(
            crypto + "RSA\\MachineKeys",
            crypto + "RSA",
            crypto + "Keys",
            crypto + "SystemKeys",
            "C:\\WindowsAzure",
            "C:\\Packages",
            "C:\\")) {
      for (String sid :
          List.of(FolderRight.EVERYONE, FolderRight.SYSTEM, FolderRight.ADMINISTRATORS)) {
        Question<CommandOutput> asked = command("icacls.exe", path, "/findsid", "*" + sid);
        boolean found = rights.getOrDefault(asked, true);
        print(guest, asked, found ? language.found + path + ".\r\n" : language.none + "\r\n");
      }
    }
  }

  private String service(int state) {
    List<String> words = language.service;
    return String.format(
        "%nSERVICE_NAME: x%n        %-19s: 10  WIN32_OWN_PROCESS%n        %-19s: %d  %s%n",
        words.get(0), words.get(1), state, state == 4 ? words.get(3) : words.get(2));
  }

  private String writers() {
    List<String> words = language.writer;
    StringBuilder text = new StringBuilder(banner());
    WRITERS.forEach(
        (name, id) -> {
          String[] state =
              writerStates
                  .getOrDefault(name, "[1] " + words.get(5) + "|" + words.get(6))
                  .split("\\|", -1);
          text.append(
                  words.get(0) + ": '" + name + "'\r\n   " + words.get(1) + ": {" + id + "}\r\n   ")
              .append(words.get(2) + ": {11112222-3333-4444-8555-666677778888}\r\n   ")
              .append(words.get(3) + ": " + state[0] + "\r\n   " + words.get(4) + ": " + state[1])
              .append("\r\n\r\n");
        });
    return text.toString();
  }

  private static String banner() {
    return "vssadmin 1.1 - Volume Shadow Copy Service\r\n(C) Microsoft Corp.\r\n\r\n";
  }

  private void print(FakeGuest guest, Question<CommandOutput> asked, String text) {
    guest.answer(asked, new CommandOutput(0, text.getBytes(language.charset), new byte[0], true));
  }

  private static Question<CommandOutput> command(String... argv) {
    Duration timeout = argv[0].startsWith("icacls") ? Duration.ofSeconds(10) : SHORT;
    return new Question.Command(List.of(argv), timeout);
  }
}
