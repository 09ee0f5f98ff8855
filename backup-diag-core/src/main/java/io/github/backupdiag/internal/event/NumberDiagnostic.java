package io.github.backupdiag.internal.event;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SeenNumber;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges one cause by error numbers in texts. A number of VSS that has this cause alone makes it
 * likely if a code of the failure has it, too; numbers with several causes, and those that all of
 * Windows uses, only hint. Numbers in harmless events and of other times do not count.
 */
public final class NumberDiagnostic implements Diagnostic {

  private static final int MOST = 3;
  private static final String VSS = "vss";
  private static final String HRESULT = "hresult";

  private final Catalog catalog;
  private final DiagnosticDescriptor descriptor;
  private final Map<String, NumericError> errors = new HashMap<>();

  private NumberDiagnostic(Catalog catalog, String cause, List<NumericError> errors) {
    this.catalog = catalog;
    errors.forEach(error -> this.errors.put(error.id(), error));
    this.descriptor =
        DiagnosticDescriptor.of("core.numeric-error/" + cause, cause)
            .helpful(
                WindowsFacts.ERROR_NUMBERS,
                WindowsFacts.EVENTS,
                BackupFacts.MATCHES,
                BackupFacts.SEEN_CODES,
                BackupFacts.WINDOW)
            .on(GuestOs.Family.WINDOWS)
            .corroborating();
  }

  /**
   * Makes the rules of all causes that numbers point to.
   *
   * @param catalog errors, causes and codes
   * @return one rule per cause, in alphabetical order
   */
  public static List<Diagnostic> forAll(Catalog catalog) {
    Map<String, List<NumericError>> byCause = new TreeMap<>();
    for (NumericError error : catalog.errors()) {
      if (error.kind().equals(VSS) || error.kind().equals(HRESULT)) {
        error
            .causes()
            .forEach(cause -> byCause.computeIfAbsent(cause, c -> new ArrayList<>()).add(error));
      }
    }
    List<Diagnostic> rules = new ArrayList<>();
    byCause.forEach((cause, those) -> rules.add(new NumberDiagnostic(catalog, cause, those)));
    return rules;
  }

  @Override
  public DiagnosticDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<SeenNumber> seen = seen(facts);
    if (seen.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.no-number"));
    }
    List<SeenNumber> own = seen.stream().filter(this::isOfThisCauseAlone).toList();
    List<Evidence> codes = AgreeingCodes.in(facts, this::agrees);
    if (own.isEmpty() || codes.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.number-hints")).hinting(evidence(seen));
    }
    boolean then = own.stream().anyMatch(number -> moment(number, facts) == Moment.AT_FAILURE);
    List<Evidence> all = new ArrayList<>(evidence(own));
    all.addAll(codes);
    return Verdict.likely(
        (then ? Moment.AT_FAILURE : Moment.UNKNOWN).when(), all.toArray(Evidence[]::new));
  }

  private List<SeenNumber> seen(Facts facts) {
    List<SeenNumber> numbers = facts.value(WindowsFacts.ERROR_NUMBERS);
    return numbers == null
        ? List.of()
        : numbers.stream()
            .filter(number -> errors.containsKey(number.error()))
            .filter(number -> moment(number, facts) != Moment.OUTSIDE)
            .filter(number -> !isHarmless(number, facts))
            .toList();
  }

  private static Moment moment(SeenNumber number, Facts facts) {
    JobWindow window = facts.value(BackupFacts.WINDOW);
    return Moment.of(number.time(), window);
  }

  private static boolean isHarmless(SeenNumber number, Facts facts) {
    WindowsEvents events = facts.value(WindowsFacts.EVENTS);
    return !number.event().isEmpty()
        && events != null
        && events.events().stream()
            .filter(event -> isOf(number, event))
            .anyMatch(KnownEvents.all()::isHarmless);
  }

  private static boolean isOf(SeenNumber number, WindowsEvent event) {
    String name = WindowsEvent.shortName(event.provider()) + " " + event.id();
    return event.line() == number.line() && number.event().equals(name);
  }

  private boolean isOfThisCauseAlone(SeenNumber number) {
    NumericError error = errors.get(number.error());
    return error != null
        && error.kind().equals(VSS)
        && error.causes().stream().filter(this::isFault).count() == 1
        && isFault(descriptor.cause());
  }

  private boolean isFault(String id) {
    Cause cause = catalog.cause(id);
    return cause != null && cause.kind() == Cause.Kind.FAULT;
  }

  private boolean agrees(String code) {
    ErrorCode known = catalog.code(code);
    return known != null && known.causes().contains(descriptor.cause());
  }

  private static List<Evidence> evidence(List<SeenNumber> numbers) {
    return numbers.stream()
        .limit(MOST)
        .map(
            number ->
                Evidence.of(
                        WindowsFacts.ERROR_NUMBERS,
                        Phrase.of("evidence.error-number", "number", number.written()))
                    .withExcerpt(number.text())
                    .withPlace(number.source(), number.line())
                    .withTime(number.time()))
        .toList();
  }
}
