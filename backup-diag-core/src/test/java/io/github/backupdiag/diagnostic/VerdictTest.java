package io.github.backupdiag.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final FactKey<String> NAME = FactKey.text("acme.name");
  private static final Evidence SEEN = Evidence.of(NAME, "it was seen");
  private static final Phrase WHY = Phrase.of("because.open");

  @Test
  void needsEvidenceToDecide() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Verdict.certain(When.NOW))
        .withMessage("a verdict that decides needs evidence");
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.likely(When.NOW));
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.ruledOut(When.NOW));
  }

  @Test
  void saysHowSureItIsAndOfWhichTime() {
    Verdict.Confirmed certain = Verdict.certain(When.NOW, SEEN);
    Verdict.Confirmed likely = Verdict.likely(When.AT_FAILURE, SEEN);
    Verdict.RuledOut ruledOut = Verdict.ruledOut(When.NOW, SEEN);

    assertThat(certain.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(certain.when()).isEqualTo(When.NOW);
    assertThat(likely.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(likely.when()).isEqualTo(When.AT_FAILURE);
    assertThat(likely.evidence()).containsExactly(SEEN).isUnmodifiable();
    assertThat(ruledOut.when()).isEqualTo(When.NOW);
    assertThat(ruledOut.evidence()).containsExactly(SEEN).isUnmodifiable();
  }

  @Test
  void takesArgumentsForStepsWithoutChangingItself() {
    Verdict.Confirmed plain = Verdict.certain(When.NOW, SEEN);

    Verdict.Confirmed filled = plain.with("mount", "/").with("unit", "waagent");

    assertThat(plain.arguments()).isEmpty();
    assertThat(filled.arguments())
        .containsExactly(Map.entry("mount", "/"), Map.entry("unit", "waagent"))
        .isUnmodifiable();
  }

  @Test
  void saysWhatIsMissingAndWhatWouldHelp() {
    List<Evidence> hints = new ArrayList<>(List.of(SEEN));
    Verdict.Inconclusive plain = Verdict.inconclusive(WHY);

    Verdict.Inconclusive more = plain.missing(NAME).missing(NAME).next(WHY).hinting(hints);
    hints.clear();

    assertThat(plain.missing()).isEmpty();
    assertThat(plain.nextSteps()).isEmpty();
    assertThat(plain.hints()).isEmpty();
    assertThat(more.reason()).isEqualTo(WHY);
    assertThat(more.missing()).containsExactly("acme.name").isUnmodifiable();
    assertThat(more.nextSteps()).containsExactly(WHY);
    assertThat(more.hints()).containsExactly(SEEN);
    assertThat(Verdict.notApplicable(WHY).reason()).isEqualTo(WHY);
  }

  @Test
  void restsOnEvidenceThatNamesFactPlaceAndTime() {
    Evidence evidence =
        SEEN.withExcerpt("name=x").withPlace("/etc/name", 3).withTime(Instant.EPOCH);

    assertThat(evidence.fact()).isEqualTo("acme.name");
    assertThat(evidence.text()).isEqualTo(Phrase.literal("it was seen"));
    assertThat(evidence.excerpt()).isEqualTo("name=x");
    assertThat(evidence.file()).isEqualTo("/etc/name");
    assertThat(evidence.line()).isEqualTo(3);
    assertThat(evidence.time()).isEqualTo(Instant.EPOCH);
    assertThat(evidence).hasToString("acme.name: it was seen (/etc/name:3)");
    assertThat(SEEN).hasToString("acme.name: it was seen");
    assertThat(SEEN.file()).isNull();
    assertThat(SEEN.excerpt()).isNull();
    assertThat(SEEN.time()).isNull();
    assertThatNullPointerException().isThrownBy(() -> Evidence.of(NAME, (Phrase) null));
  }

  @Test
  void givesTheValueOfAnObservedFactOnly() {
    Facts facts =
        new Facts() {
          @Override
          @SuppressWarnings("unchecked")
          public <T> Observation<T> get(FactKey<T> key) {
            return key.equals(NAME)
                ? new Observed<>((T) "x", "", null)
                : new io.github.backupdiag.fact.Absent<>("");
          }
        };

    assertThat(facts.value(NAME)).isEqualTo("x");
    assertThat(facts.value(FactKey.text("acme.other"))).isNull();
  }
}
