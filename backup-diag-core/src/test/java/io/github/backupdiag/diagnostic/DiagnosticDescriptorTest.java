package io.github.backupdiag.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Sensitivity;
import io.github.backupdiag.fact.guest.GuestOs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticDescriptorTest {

  private static final FactKey<String> B = FactKey.text("acme.b");
  private static final FactKey<String> A = FactKey.text("acme.a");

  @Test
  void describesADecisiveRuleForAnyGuestUnlessSaidOtherwise() {
    DiagnosticDescriptor rule = DiagnosticDescriptor.of("acme.rule", "disk-full");

    assertThat(rule.id()).isEqualTo("acme.rule");
    assertThat(rule.cause()).isEqualTo("disk-full");
    assertThat(rule.needs()).isEmpty();
    assertThat(rule.helpful()).isEmpty();
    assertThat(rule.families()).isEmpty();
    assertThat(rule.azureVmOnly()).isFalse();
    assertThat(rule.decisive()).isTrue();
    assertThat(rule.since()).isEqualTo("0.1.0");
    assertThat(rule).hasToString("acme.rule");
  }

  @Test
  void keepsWhatIsSaidAndStaysAsItWas() {
    DiagnosticDescriptor plain = DiagnosticDescriptor.of("acme.rule", "disk-full");

    DiagnosticDescriptor rule =
        plain
            .needs(B, A)
            .helpful(A)
            .on(GuestOs.Family.LINUX)
            .onAzureVmOnly()
            .corroborating()
            .since("2.0");

    assertThat(rule.needs().toString()).isEqualTo("[acme.b, acme.a]");
    assertThat(rule.needs()).isUnmodifiable();
    assertThat(rule.helpful().toString()).isEqualTo("[acme.a]");
    assertThat(rule.families()).containsExactly(GuestOs.Family.LINUX);
    assertThat(rule.azureVmOnly()).isTrue();
    assertThat(rule.decisive()).isFalse();
    assertThat(rule.since()).isEqualTo("2.0");
    assertThat(plain.needs()).isEmpty();
    assertThat(plain.azureVmOnly()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rule", ".rule", "acme."})
  void refusesAnIdWithoutNamespaceOrName(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DiagnosticDescriptor.of(id, "disk-full"))
        .withMessage("diagnostic '%s' needs an id namespace.name", id);
  }

  @Test
  void refusesSecretFacts() {
    FactKey<String> secret = FactKey.text("acme.password").withSensitivity(Sensitivity.SECRET);
    DiagnosticDescriptor rule = DiagnosticDescriptor.of("acme.rule", "disk-full");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.needs(A, secret))
        .withMessage("diagnostic acme.rule may not read the secret acme.password");
    assertThatIllegalArgumentException().isThrownBy(() -> rule.helpful(secret));
    assertThatNullPointerException().isThrownBy(() -> DiagnosticDescriptor.of("acme.rule", null));
  }
}
