package io.github.backupdiag.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiagnosisRequestTest {

  @Test
  void asksForAHealthCheckInEnglishWithinTenSecondsUnlessSaidOtherwise() {
    DiagnosisRequest request = DiagnosisRequest.healthCheck();

    assertThat(request.errorText()).isNull();
    assertThat(request.codes()).isEmpty();
    assertThat(request.target()).isEqualTo(Target.unknown());
    assertThat(request.failedAt()).isNull();
    assertThat(request.deadline()).isEqualTo(Duration.ofSeconds(10));
    assertThat(request.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(request.knownFacts().ids()).isEmpty();
    assertThat(request.cancellation().isCancelled()).isFalse();
  }

  @Test
  void keepsWhatTheCallerSays() {
    Target target = new Target("web-1", "vault", "rg");
    FactSet facts = FactSet.builder().observed(FactKey.text("a.b"), "x", "").build();
    CancellationToken token = new CancellationToken();

    DiagnosisRequest request =
        DiagnosisRequest.builder()
            .errorText("it failed")
            .code("A")
            .code("B")
            .target(target)
            .failedAt(Instant.EPOCH)
            .deadline(Duration.ofMillis(1))
            .locale(Locale.KOREAN)
            .knownFacts(facts)
            .cancellation(token)
            .build();

    assertThat(request.errorText()).isEqualTo("it failed");
    assertThat(request.codes()).containsExactly("A", "B").isUnmodifiable();
    assertThat(request.target()).isSameAs(target);
    assertThat(request.failedAt()).isEqualTo(Instant.EPOCH);
    assertThat(request.deadline()).isEqualTo(Duration.ofMillis(1));
    assertThat(request.locale()).isEqualTo(Locale.KOREAN);
    assertThat(request.knownFacts()).isSameAs(facts);
    assertThat(request.cancellation()).isSameAs(token);
    assertThat(DiagnosisRequest.forError("why").errorText()).isEqualTo("why");
  }

  @Test
  void staysAsItIsWhateverItsBuilderDoes() {
    DiagnosisRequest.Builder builder = DiagnosisRequest.builder().code("A");
    DiagnosisRequest request = builder.build();

    builder.code("B").errorText("later");

    assertThat(request.codes()).containsExactly("A");
    assertThat(request.errorText()).isNull();
  }

  @Test
  void hasATokenOfItsOwn() {
    DiagnosisRequest one = DiagnosisRequest.healthCheck();
    DiagnosisRequest.healthCheck().cancellation().cancel();

    assertThat(one.cancellation().isCancelled()).isFalse();
  }

  @Test
  void refusesADeadlineThatIsOverAtOnce() {
    DiagnosisRequest.Builder builder = DiagnosisRequest.builder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.deadline(Duration.ZERO))
        .withMessage("the deadline must be positive, not PT0S");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.deadline(Duration.ofMillis(-1)));
  }

  @Test
  void refusesNull() {
    DiagnosisRequest.Builder builder = DiagnosisRequest.builder();

    assertThatNullPointerException().isThrownBy(() -> builder.errorText(null));
    assertThatNullPointerException().isThrownBy(() -> builder.code(null));
    assertThatNullPointerException().isThrownBy(() -> builder.target(null));
    assertThatNullPointerException().isThrownBy(() -> builder.failedAt(null));
    assertThatNullPointerException().isThrownBy(() -> builder.locale(null));
    assertThatNullPointerException().isThrownBy(() -> builder.knownFacts(null));
    assertThatNullPointerException().isThrownBy(() -> builder.cancellation(null));
  }
}
