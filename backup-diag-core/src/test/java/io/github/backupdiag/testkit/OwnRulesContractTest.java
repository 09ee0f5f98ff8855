package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Diagnostic;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own rules keep the contract that the test kit holds others to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnRulesContractTest {

  static List<Diagnostic> rules() {
    return ServiceLoader.load(Diagnostic.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  @Test
  void areFound() {
    assertThat(rules()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void keepTheContract(Diagnostic rule) {
    DiagnosticTester.of(rule).wordedBy().checkContract();
  }
}
