package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"guest.agent-config", "acme.disk.2nd", "a.b"})
  void acceptsNamespaceAndNameInKebabCase(String id) {
    assertThat(FactKey.text(id).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "guest", "guest.", ".agent", "Guest.agent", "guest.Agent", "guest agent.x"})
  void refusesOtherFormsOfIdAndShowsAnExample(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactKey.text(id))
        .withMessage(
            "fact id '%s' is not namespace.name in kebab-case, such as guest.agent-config", id);
  }

  @Test
  void isEqualToEveryKeyOfTheSameId() {
    FactKey<String> text = FactKey.text("acme.thing");
    FactKey<Long> number = FactKey.number("acme.thing").withSchemaVersion(3);

    assertThat(text).isEqualTo(number).hasSameHashCodeAs(number);
    assertThat(text).isNotEqualTo(FactKey.text("acme.other")).isNotEqualTo("acme.thing");
    assertThat(text).hasToString("acme.thing");
  }

  @Test
  void isNormalAndOfVersionOneUnlessSaidOtherwise() {
    FactKey<String> key = FactKey.text("acme.thing");
    FactKey<String> changed = key.withSensitivity(Sensitivity.SECRET).withSchemaVersion(2);

    assertThat(key.sensitivity()).isEqualTo(Sensitivity.NORMAL);
    assertThat(key.schemaVersion()).isEqualTo(1);
    assertThat(changed.sensitivity()).isEqualTo(Sensitivity.SECRET);
    assertThat(changed.schemaVersion()).isEqualTo(2);
    assertThat(changed.codec()).isSameAs(key.codec());
  }

  @Test
  void refusesASchemaVersionBelowOneAndAMissingCodec() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactKey.text("acme.thing").withSchemaVersion(0))
        .withMessageContaining("acme.thing");
    assertThatNullPointerException().isThrownBy(() -> FactKey.of("acme.thing", null));
  }

  public record WithDate(LocalDate day) {}

  public record WithRawList(@SuppressWarnings("rawtypes") List items) {}

  public record WithWildcard(List<?> items) {}

  public record WithNumberedMap(Map<Integer, String> names) {}

  public record WithSet(Set<String> names) {}

  public record Outer(String name, List<WithDate> inner) {}

  @Test
  void refusesTypesThatCannotBeStoredWhenTheKeyIsMade() {
    for (Class<? extends Record> type :
        List.of(
            WithDate.class,
            WithRawList.class,
            WithWildcard.class,
            WithNumberedMap.class,
            WithSet.class)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FactKey.record("acme.thing", type))
          .withMessageStartingWith(type.getSimpleName() + ".")
          .withMessageEndingWith("which cannot be stored");
    }
  }

  @Test
  void refusesThemAlsoInsideNestedRecords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactKey.records("acme.thing", Outer.class))
        .withMessage("WithDate.day has type class java.time.LocalDate, which cannot be stored");
  }
}
