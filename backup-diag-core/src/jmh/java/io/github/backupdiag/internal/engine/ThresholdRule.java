package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The cause holds where a number is above a limit and a text is the expected one. */
final class ThresholdRule implements Diagnostic {

  private static final List<FactKey<Long>> NUMBERS =
      IntStream.range(0, 40).mapToObj(i -> FactKey.number("bench.number-" + i)).toList();
  private static final List<FactKey<String>> TEXTS =
      IntStream.range(0, 20).mapToObj(i -> FactKey.text("bench.text-" + i)).toList();
  private static final Phrase HOLDS = Phrase.of("evidence.bench.holds");
  private static final Phrase BELOW = Phrase.of("evidence.bench.below");
  private static final Phrase OTHER = Phrase.of("evidence.bench.other");

  private final FactKey<Long> number;
  private final long limit;
  private final FactKey<String> text;
  private final String expected;
  private final DiagnosticDescriptor descriptor;

  private ThresholdRule(
      int id, FactKey<Long> number, long limit, FactKey<String> text, String expected) {
    this.number = number;
    this.limit = limit;
    this.text = text;
    this.expected = expected;
    this.descriptor =
        DiagnosticDescriptor.of("bench.rule-" + id, "bench-cause-" + id).needs(number, text);
  }

  static ThresholdRule any(int id, Random random) {
    return new ThresholdRule(
        id, oneOf(NUMBERS, random), random.nextLong(100), oneOf(TEXTS, random), word(random));
  }

  /** Makes a guest, and puts its values into a map by id as well. */
  static FactSet guest(Random random, Map<String, Object> values) {
    FactSet.Builder facts = FactSet.builder();
    for (FactKey<Long> key : NUMBERS) {
      long value = random.nextLong(100);
      facts.observed(key, value, "bench");
      values.put(key.id(), value);
    }
    for (FactKey<String> key : TEXTS) {
      String value = word(random);
      facts.observed(key, value, "bench");
      values.put(key.id(), value);
    }
    return facts.build();
  }

  Predicate<Map<String, Object>> asPredicate() {
    String numberId = number.id();
    String textId = text.id();
    return facts ->
        facts.get(numberId) instanceof Long found
            && found > limit
            && expected.equals(facts.get(textId));
  }

  @Override
  public DiagnosticDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    Long found = facts.value(number);
    if (found == null || found <= limit) {
      return Verdict.ruledOut(When.NOW, Evidence.of(number, BELOW));
    }
    return expected.equals(facts.value(text))
        ? Verdict.certain(When.NOW, Evidence.of(number, HOLDS), Evidence.of(text, HOLDS))
        : Verdict.ruledOut(When.NOW, Evidence.of(text, OTHER));
  }

  private static <T> T oneOf(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** A new text each time, as facts read from a guest are never the same object as a rule's. */
  private static String word(Random random) {
    return "word-".concat(String.valueOf(random.nextInt(4)));
  }
}
