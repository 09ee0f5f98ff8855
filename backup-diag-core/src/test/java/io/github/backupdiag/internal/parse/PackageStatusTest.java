package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record of the agent among those of all packages of Debian and Ubuntu. */
class PackageStatusTest {

  private static final String OTHER =
      """
      Package: bash
      Essential: yes
      Status: install ok installed
      Version: 5.2.15-2
      Description: GNU shell
       Package: waagent
       .
      \tVersion: 9
      """;

  @ParameterizedTest
  @CsvSource({"waagent, 2.7.3.0-4.1", "walinuxagent, 2.2.46-0ubuntu1"})
  void tellsTheVersionOfTheInstalledAgent(String name, String version) {
    String agent = record(name, "install ok installed", version);

    assertThat(agentVersion(OTHER + "\n" + agent + "\n" + OTHER)).isEqualTo(version);
    assertThat(agentVersion(agent)).isEqualTo(version);
    assertThat(agentVersion(agent.replace("\n", "\r\n") + " \t\r\n" + OTHER)).isEqualTo(version);
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    assertThat(agentVersion("Version: 1\nStatus: install ok installed\nPackage: waagent"))
        .isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deinstall ok config-files", "purge ok not-installed", ""})
  void anAgentThatWasRemovedIsNotInstalled(String status) {
    assertThat(agentVersion(OTHER + "\n" + record("waagent", status, "2.7"))).isNull();
  }

  @Test
  void fieldsOfOtherPackagesAreNotThoseOfTheAgent() {
    assertThat(agentVersion("")).isNull();
    assertThat(agentVersion(OTHER)).isNull();
    assertThat(agentVersion("Package: waagent\n\nStatus: install ok installed\nVersion: 1"))
        .isNull();
    assertThat(agentVersion(record("waagent-dbg", "install ok installed", "1"))).isNull();
  }

  @Test
  void anAgentWithoutVersionIsInstalled() {
    assertThat(agentVersion("Package: waagent\nStatus: install ok installed")).isEmpty();
  }

  private static String record(String name, String status, String version) {
    return "Package: " + name + "\nStatus: " + status + "\nSection: x\nVersion: " + version + "\n";
  }

  private static String agentVersion(String text) {
    return PackageStatus.agentVersion(text.getBytes(StandardCharsets.UTF_8));
  }
}
