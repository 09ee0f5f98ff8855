package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.internal.intake.payload.Passage;
import io.github.backupdiag.internal.intake.payload.Payload;
import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import io.github.backupdiag.internal.intake.payload.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApportionedTest {

  @Test
  void gives_each_failure_its_own_and_what_belongs_to_none_in_their_order() {
    Apportioned passages =
        new Apportioned(
            payload(2, passage(-1, "hello"), passage(1, "b"), passage(0, "a"), passage(-1, "bye")));

    assertThat(texts(passages, 0)).containsExactly("hello", "a", "bye");
    assertThat(texts(passages, 1)).containsExactly("hello", "b", "bye");
    assertThat(passages.problems()).isEmpty();
  }

  @Test
  void gives_many_failures_only_the_beginning_of_what_belongs_to_none() {
    String much = "x".repeat(Recognition.LIMIT);
    Apportioned passages =
        new Apportioned(payload(1024, passage(-1, much), passage(7, much), passage(-1, "bye")));

    assertThat(texts(passages, 7)).extracting(String::length).containsExactly(8192, much.length());
    assertThat(passages.problems()).singleElement().asString().contains("only its beginning");
  }

  private static List<String> texts(Apportioned passages, int incident) {
    return passages.of(incident).passages().stream().map(Passage::text).toList();
  }

  private static Passage passage(int incident, String text) {
    return new Passage(incident, Role.MESSAGE, "", 1, text);
  }

  private static Payload payload(int incidents, Passage... passages) {
    return new Payload(
        Kind.BACKUP_JOB,
        IntStream.range(0, incidents).mapToObj(i -> new Incident(i, null, null, null)).toList(),
        List.of(passages),
        List.of(),
        FactSet.empty(),
        false);
  }
}
