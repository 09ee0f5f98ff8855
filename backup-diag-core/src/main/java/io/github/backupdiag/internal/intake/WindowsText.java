package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SeenNumber;
import io.github.backupdiag.fact.guest.ShadowStorage;
import io.github.backupdiag.fact.guest.ShadowStorages;
import io.github.backupdiag.fact.guest.VssProvider;
import io.github.backupdiag.fact.guest.VssProviders;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.internal.event.KnownEvents;
import io.github.backupdiag.internal.parse.ErrorNumbers;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.RunStart;
import io.github.backupdiag.internal.parse.ShadowStorageList;
import io.github.backupdiag.internal.parse.SignatureLog;
import io.github.backupdiag.internal.parse.VssProviderList;
import io.github.backupdiag.internal.parse.VssWriterList;
import io.github.backupdiag.internal.parse.WindowsEventReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a pasted text tells of a Windows guest: VSS writers and providers, entries of the event
 * logs, numbers of errors, and log lines of agent and extension. Several may stand in one text.
 * Thread-safe.
 */
public final class WindowsText {

  /** Source of the facts, and name of the place that their line numbers count in. */
  public static final String SOURCE = BackupFacts.INPUT;

  private static final String VOLUME = "\\\\?\\Volume{";
  private static final Pattern LOG_LINE =
      Pattern.compile(
          "(?m)^\\s{0,40}(?:\\[\\d{8}\\] |\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]{0,9}Z \\[\\w{3,12}\\])");
  private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t\\ufeff]+");
  private static final Map<String, RunStart> LOGS =
      Map.of(
          "waagentwindows", RunStart.WINDOWS_AGENT,
          "transparent-installer", RunStart.NONE,
          "vmsnapshot-windows", RunStart.WINDOWS_EXTENSION);

  private final Catalog catalog;
  private volatile @Nullable Tools tools;

  /**
   * Makes a reader. Reads nothing of the catalog yet.
   *
   * @param catalog errors and signatures to look for
   */
  public WindowsText(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What is made of the catalog at the first use. */
  private record Tools(
      WindowsEventReader events, ErrorNumbers numbers, Map<String, SignatureLog> logs) {}

  /**
   * Reads a text and adds what it tells. What another source than a text has told stays.
   *
   * @param text any text
   * @param facts where to add
   */
  public void read(String text, FactSet.Builder facts) {
    List<VssWriter> writers = VssWriterList.parse(text);
    if (!writers.isEmpty()) {
      add(WindowsFacts.VSS_WRITERS, new VssWriters(SOURCE, writers, false), facts);
    }
    List<VssProvider> providers = VssProviderList.parse(text);
    if (!providers.isEmpty()) {
      add(WindowsFacts.VSS_PROVIDERS, new VssProviders(SOURCE, providers, false), facts);
    }
    List<ShadowStorage> storages =
        text.contains(VOLUME) ? ShadowStorageList.parse(text) : List.of();
    if (!storages.isEmpty()) {
      ShadowStorages pasted =
          new ShadowStorages(SOURCE, storages, ShadowStorageList.copies(text), false);
      add(WindowsVssFacts.SHADOW_STORAGE, pasted, facts);
    }
    List<WindowsEvent> events = tools().events().read(text);
    if (!events.isEmpty()) {
      add(WindowsFacts.EVENTS, new WindowsEvents(events, newest(events), false), facts);
    }
    List<SeenNumber> numbers =
        SeenNumbers.in(WindowsEventReader.outsideXml(text), tools().numbers(), events, SOURCE);
    if (!numbers.isEmpty()) {
      add(WindowsFacts.ERROR_NUMBERS, numbers, facts);
    }
    if (mayHoldLog(text) && LOG_LINE.matcher(text).find()) {
      addLogs(INDENT.matcher(text).replaceAll(""), facts);
    }
    if (!writers.isEmpty() || !providers.isEmpty() || !storages.isEmpty()) {
      addSystem(facts);
    }
  }

  private static boolean mayHoldLog(String text) {
    return text.contains("] ") || text.contains("Z [");
  }

  /**
   * Only Windows prints such lists, while an event may just be spoken of; a text that also holds
   * lines of the Linux agent says both.
   */
  private static void addSystem(FactSet.Builder facts) {
    if (!facts.build().contains(GuestFacts.OS)) {
      facts.observed(
          GuestFacts.OS, new GuestOs(GuestOs.Family.WINDOWS, "", "", List.of(), "Windows"), SOURCE);
    }
  }

  private static <T> void add(FactKey<T> key, T value, FactSet.Builder facts) {
    boolean free =
        !(facts.build().get(key) instanceof Observed<T> other) || other.source().equals(SOURCE);
    if (free) {
      facts.observed(key, value, SOURCE);
    }
  }

  private void addLogs(String text, FactSet.Builder facts) {
    FileContent content = FileContent.of(SOURCE, text);
    tools()
        .logs()
        .forEach(
            (log, reader) -> {
              LogEvents found = reader.read(List.of(content));
              if (!found.events().isEmpty()) {
                add(GuestFacts.logEvents(log), found, facts);
              }
            });
  }

  private static @Nullable Instant newest(List<WindowsEvent> events) {
    return events.stream()
        .map(WindowsEvent::time)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Tools tools() {
    Tools made = tools;
    if (made == null) {
      made =
          new Tools(
              new WindowsEventReader(KnownEvents.all(), SOURCE),
              new ErrorNumbers(catalog.errors()),
              logs());
      tools = made;
    }
    return made;
  }

  private Map<String, SignatureLog> logs() {
    Map<String, List<LogSignature>> signatures =
        catalog.signatures().stream()
            .filter(signature -> signature.os().contains(Os.WINDOWS))
            .collect(Collectors.groupingBy(LogSignature::log));
    return LOGS.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                log ->
                    new SignatureLog(
                        signatures.getOrDefault(log.getKey(), List.of()),
                        LogTime.Style.WINDOWS,
                        log.getValue())));
  }
}
