package io.github.backupdiag.testkit;

import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.probe.Observations;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries a rule on scripted facts, as the engine would call it.
 *
 * <pre>{@code
 * DiagnosticTester.of(new MaintenanceLockHeld())
 *     .given(CorpFacts.LOCK, new MaintenanceLock(path, "patch day"), path)
 *     .expectConfirmed(When.NOW, Confidence.CERTAIN)
 *     .withEvidence(path, 1)
 *     .withArgument("path", path);
 * }</pre>
 *
 * <p>Each diagnosis also holds the rule to its contract: it reads declared facts only, gives equal
 * verdicts for equal facts, always the same descriptor, and rests evidence on facts that were seen.
 * Values pass through their codec first, as in a recording. A rule for one family of guests, or for
 * Azure VMs only, meets a fitting guest unless {@code guest.os} or {@code guest.platform} is given.
 *
 * <p>Immutable: the {@code given} methods give a new tester. What is wrong is an {@link
 * AssertionError}.
 */
public final class DiagnosticTester {

  private final TestedRule tested;
  private final GivenFacts given;
  private final boolean confirmsOnAbsence;

  private DiagnosticTester(TestedRule tested, GivenFacts given, boolean confirmsOnAbsence) {
    this.tested = tested;
    this.given = given;
    this.confirmsOnAbsence = confirmsOnAbsence;
  }

  /**
   * Starts a test of a rule, with no facts.
   *
   * @param rule the rule
   * @return a tester for which every fact is unavailable
   */
  public static DiagnosticTester of(Diagnostic rule) {
    TestedRule tested = TestedRule.of(rule);
    Set<FactKey<?>> readable = new LinkedHashSet<>(tested.descriptor().needs());
    readable.addAll(tested.descriptor().helpful());
    readable.add(GuestFacts.OS);
    readable.add(GuestFacts.PLATFORM);
    return new DiagnosticTester(tested, GivenFacts.none(tested.name(), readable), false);
  }

  /**
   * Demands that every phrase of a verdict has an English text in backup-diag or one of these
   * catalogs, a value for each placeholder of it, and none that it does not show.
   *
   * @param sources catalogs that come with the rule
   * @return a new tester
   */
  public DiagnosticTester wordedBy(CatalogSource... sources) {
    Texts english = LoadedCatalog.with(List.of(sources)).texts(Locale.ENGLISH);
    TestedRule worded = new TestedRule(tested.rule(), tested.descriptor(), english);
    return new DiagnosticTester(worded, given, confirmsOnAbsence);
  }

  /**
   * Adds a value that was seen.
   *
   * @param <T> type of the value
   * @param key a fact that the rule declares
   * @param value what was seen
   * @return a new tester
   */
  public <T> DiagnosticTester given(FactKey<T> key, T value) {
    return given(key, value, "");
  }

  /**
   * Adds a value that was seen, and where.
   *
   * @param <T> type of the value
   * @param key a fact that the rule declares
   * @param value what was seen
   * @param source where it was seen: a path, a resource id
   * @return a new tester
   */
  public <T> DiagnosticTester given(FactKey<T> key, T value, String source) {
    return given(key, value, source, null);
  }

  /**
   * Adds a value that was seen, where, and when.
   *
   * @param <T> type of the value
   * @param key a fact that the rule declares
   * @param value what was seen
   * @param source where it was seen
   * @param at when it was true (UTC), or null
   * @return a new tester
   */
  public <T> DiagnosticTester given(FactKey<T> key, T value, String source, @Nullable Instant at) {
    return with(given.with(key, new Observed<>(value, source, at)));
  }

  /**
   * Adds that somebody looked and found nothing.
   *
   * @param key a fact that the rule declares
   * @return a new tester
   */
  public DiagnosticTester givenAbsent(FactKey<?> key) {
    return with(given.with(key, new Absent<>("")));
  }

  /**
   * Adds that something could not be seen.
   *
   * @param key a fact that the rule declares
   * @param reason why not
   * @return a new tester
   */
  public DiagnosticTester givenUnavailable(FactKey<?> key, UnavailableReason reason) {
    return with(given.with(key, new Unavailable<>(reason, "")));
  }

  /**
   * Adds what a probe saw, for example of {@link ProbeTester}; facts that the rule does not declare
   * are there and never seen by it.
   *
   * @param observations what a probe saw
   * @return a new tester
   */
  public DiagnosticTester given(Observations observations) {
    GivenFacts all = given;
    for (Map.Entry<FactKey<?>, Observation<?>> seen : observations.byKey().entrySet()) {
      all = all.withAny(anyKey(seen.getKey()), seen.getValue());
    }
    return with(all);
  }

  /**
   * Adds all facts of a set, for example of a recording; facts that the rule does not declare are
   * there and never seen by it.
   *
   * @param facts the facts
   * @return a new tester
   */
  public DiagnosticTester given(FactSet facts) {
    return with(given.with(given.facts().toBuilder().putAll(facts).build()));
  }

  /**
   * Says that the rule may confirm its cause when all it needs is absent, because something that is
   * missing is the cause; {@link #checkContract} then demands that it does.
   *
   * @return a new tester
   */
  public DiagnosticTester confirmsOnAbsence() {
    return new DiagnosticTester(tested, given, true);
  }

  /**
   * Diagnoses.
   *
   * @return the verdict: the rule's, or the engine's where the engine would not ask the rule
   * @throws AssertionError if the rule breaks its contract
   */
  public Verdict diagnose() {
    return new RuleRun(tested, given).verdict();
  }

  /**
   * Diagnoses and expects the cause to be confirmed.
   *
   * @param when the time the verdict must speak of
   * @param confidence how sure it must be
   * @return the verdict, for more expectations
   */
  public CheckedVerdict expectConfirmed(When when, Confidence confidence) {
    CheckedVerdict verdict = checked();
    boolean asExpected =
        verdict.verdict() instanceof Verdict.Confirmed confirmed
            && confirmed.when() == when
            && confirmed.confidence() == confidence;
    return verdict.demand(asExpected, "confirmed " + confidence + " " + when);
  }

  /**
   * Diagnoses and expects the cause to be ruled out.
   *
   * @param when the time the verdict must speak of
   * @return the verdict, for more expectations
   */
  public CheckedVerdict expectRuledOut(When when) {
    CheckedVerdict verdict = checked();
    boolean asExpected =
        verdict.verdict() instanceof Verdict.RuledOut ruledOut && ruledOut.when() == when;
    return verdict.demand(asExpected, "ruled out " + when);
  }

  /**
   * Diagnoses and expects that what was seen does not decide, or that what is needed was not seen.
   *
   * @return the verdict, for more expectations
   */
  public CheckedVerdict expectInconclusive() {
    CheckedVerdict verdict = checked();
    return verdict.demand(verdict.verdict() instanceof Verdict.Inconclusive, "inconclusive");
  }

  /**
   * Diagnoses and expects that the rule has nothing to say of this guest.
   *
   * @return the verdict, for more expectations
   */
  public CheckedVerdict expectNotApplicable() {
    CheckedVerdict verdict = checked();
    return verdict.demand(verdict.verdict() instanceof Verdict.NotApplicable, "not applicable");
  }

  /**
   * Tries the rule on what a test rarely thinks of: everything absent, each helpful fact missing or
   * absent, each needed fact absent. Each must give a verdict, and where nothing at all was
   * observed none may confirm, unless {@link #confirmsOnAbsence()} was said. The facts given so far
   * are the start from which single ones are taken away.
   *
   * @return this tester
   * @throws AssertionError if the rule breaks its contract
   */
  public DiagnosticTester checkContract() {
    new RuleContract(tested, given).check(confirmsOnAbsence);
    return this;
  }

  private CheckedVerdict checked() {
    return new CheckedVerdict(given, diagnose());
  }

  private DiagnosticTester with(GivenFacts facts) {
    return new DiagnosticTester(tested, facts, confirmsOnAbsence);
  }

  @SuppressWarnings("unchecked")
  private static FactKey<Object> anyKey(FactKey<?> key) {
    return (FactKey<Object>) key;
  }
}
