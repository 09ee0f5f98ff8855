package io.github.backupdiag.internal.pseudonym;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes the texts of a report, wherever in its records they stand; also in parts that are added
 * to reports later. Ids of the catalog, of facts and of rules are no texts.
 */
final class ReportTexts {

  private static final Set<String> IDS =
      Set.of(
          "id",
          "code",
          "diagnostic",
          "cause",
          "explainedBy",
          "fact",
          "remediation",
          "kind",
          "language",
          "unlocks",
          "nearest",
          "where",
          "stage",
          "signature",
          "milestone");

  private final BinaryOperator<String> change;

  ReportTexts(BinaryOperator<String> change) {
    this.change = change;
  }

  /** Gives the same record with changed texts. */
  @SuppressWarnings("unchecked")
  <R extends Record> R changed(R report) {
    return (R) record(report);
  }

  private @Nullable Object value(String name, @Nullable Object value) {
    if (value instanceof String text) {
      return IDS.contains(name) ? text : change.apply(name, text);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> changed = new ArrayList<>(list.size());
      list.forEach(item -> changed.add(value(name, item)));
      return List.copyOf(changed);
    }
    if (value instanceof FactSet facts) {
      return facts.withNamedTexts(change);
    }
    if (value instanceof Phrase phrase) {
      return phrase(phrase);
    }
    if (value instanceof Evidence evidence) {
      return evidence(evidence);
    }
    return value instanceof Record part ? record(part) : value;
  }

  private Record record(Record before) {
    RecordComponent[] components = before.getClass().getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    boolean same = true;
    try {
      for (int i = 0; i < values.length; i++) {
        components[i].getAccessor().setAccessible(true);
        Object old = components[i].getAccessor().invoke(before);
        values[i] = value(components[i].getName(), old);
        same &= values[i] == old;
      }
      return same ? before : constructor(before, components).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(before.getClass() + " cannot be changed", e);
    }
  }

  private static Constructor<? extends Record> constructor(
      Record record, RecordComponent[] components) throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<? extends Record> constructor = record.getClass().getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }

  private Phrase phrase(Phrase phrase) {
    if (phrase.isLiteral()) {
      return Phrase.literal(change.apply("", phrase.sentence()));
    }
    List<String> pairs = new ArrayList<>();
    phrase
        .arguments()
        .forEach(
            (name, text) -> {
              pairs.add(name);
              pairs.add(IDS.contains(name) ? text : change.apply(name, text));
            });
    return Phrase.of(phrase.id(), pairs.toArray(new String[0]));
  }

  private Evidence evidence(Evidence evidence) {
    Evidence changed =
        Evidence.of(FactKey.text(evidence.fact()), phrase(evidence.text()))
            .withTime(evidence.time());
    if (evidence.excerpt() != null) {
      changed = changed.withExcerpt(change.apply("excerpt", evidence.excerpt()));
    }
    return evidence.file() == null
        ? changed
        : changed.withPlace(change.apply("file", evidence.file()), evidence.line());
  }
}
