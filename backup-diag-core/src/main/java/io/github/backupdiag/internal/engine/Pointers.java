package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.backup.NamedCause;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SeenNumber;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.parse.HandlerName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What beside a code points to a cause: log lines by their signatures, and the words of the caller.
 * It decides nothing; it says what to look at, and in which order.
 */
final class Pointers {

  /** What facts of the guest begin with, and those of Azure's view of it. */
  private static final List<String> OF_VM = List.of("guest.", "azure.");

  private static final String LOGS = "guest.log.";
  private static final Map<String, Double> WEIGHTS = Map.of("error", 2.0, "warning", 1.0);

  /** Any program of Windows may give a number; a line is somebody's own. */
  private static final double NUMBER = 0.5;

  private final Map<String, Double> lines = new LinkedHashMap<>();
  private final Map<String, NamedCause> words = new LinkedHashMap<>();

  private boolean textTells;

  private Pointers() {}

  static Pointers of(FactSet facts, Catalog catalog) {
    Pointers pointers = new Pointers();
    pointers.textTells =
        facts.from(BackupFacts.INPUT).ids().stream()
            .anyMatch(id -> OF_VM.stream().anyMatch(id::startsWith));
    Set<String> seen = signatures(facts);
    if (!seen.isEmpty()) {
      catalog.signatures().stream()
          .filter(signature -> seen.contains(signature.id()))
          .forEach(pointers::add);
    }
    pointers.addNumbers(facts.value(WindowsFacts.ERROR_NUMBERS), catalog);
    List<NamedCause> named = facts.value(BackupFacts.NAMED_CAUSES);
    if (named != null) {
      named.forEach(cause -> pointers.words.putIfAbsent(cause.cause(), cause));
    }
    return pointers;
  }

  /** A line that names one cause tells more than one that names many, the first of them most. */
  private void add(LogSignature signature) {
    double weight = WEIGHTS.getOrDefault(signature.severity(), 0.0);
    List<String> causes = signature.causes();
    for (int i = 0; weight > 0 && i < causes.size(); i++) {
      double share = (signature.proves() ? 2 : 1) * weight / (i + 1);
      lines.merge(causes.get(i), share, Double::sum);
    }
  }

  /** Of the causes of a number the likeliest come first, too. */
  private void addNumbers(@Nullable List<SeenNumber> numbers, Catalog catalog) {
    if (numbers == null) {
      return;
    }
    Set<String> seen = new HashSet<>();
    numbers.forEach(number -> seen.add(number.error()));
    for (NumericError error : catalog.errors()) {
      for (int i = 0; seen.contains(error.id()) && i < error.causes().size(); i++) {
        lines.merge(error.causes().get(i), NUMBER / (i + 1), Double::sum);
      }
    }
  }

  private static Set<String> signatures(FactSet facts) {
    Set<String> seen = new HashSet<>();
    LogEvents quoted = facts.value(BackupFacts.QUOTED_LINES);
    if (quoted != null) {
      quoted.events().stream()
          .filter(Pointers::speaksOfBackup)
          .forEach(event -> seen.add(event.signature()));
    }
    JobWindow window = facts.value(BackupFacts.WINDOW);
    for (String id : facts.ids()) {
      LogEvents log = id.startsWith(LOGS) && window != null ? facts.value(log(id)) : null;
      if (log != null && window != null) {
        for (LogEvent event : log.events()) {
          if (window.contains(event.time()) && speaksOfBackup(event)) {
            seen.add(event.signature());
          }
        }
      }
    }
    return seen;
  }

  private static boolean speaksOfBackup(LogEvent event) {
    return !HandlerName.isExitOfNeighbour(event.signature(), event.text());
  }

  private static FactKey<LogEvents> log(String id) {
    return GuestFacts.logEvents(id.substring(LOGS.length()));
  }

  /** Tells whether the text of the caller says something of the VM, so that any cause may show. */
  boolean textTells() {
    return textTells;
  }

  /** Causes that log lines point to, in no order that matters. */
  Set<String> fromLines() {
    return lines.keySet();
  }

  /** Causes that the caller speaks of. */
  Set<String> fromWords() {
    return words.keySet();
  }

  /** How strongly log lines point to a cause; 0 if none does. */
  double lines(String cause) {
    return lines.getOrDefault(cause, 0.0);
  }

  /** How clearly the caller speaks of a cause; 0 if not. */
  double words(String cause) {
    NamedCause named = words.get(cause);
    return named == null ? 0 : named.score();
  }

  /** The words with which the caller speaks of a cause; empty if not. */
  String wordsFor(String cause) {
    NamedCause named = words.get(cause);
    return named == null ? "" : String.join(", ", named.words());
  }
}
