package io.github.backupdiag.azure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AzurePlaceholderTest {

  @Test
  void readsTheFirstName() throws Exception {
    assertThat(AzurePlaceholder.firstName("{\"a\":1}")).isEqualTo("a");
  }
}
