package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.FileContent;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitConditionsTest {

  private static final String PACKAGED =
      """
      [Unit]
      Description=Azure Linux Agent
      ConditionFileIsExecutable=/usr/sbin/waagent
      ConditionPathExists=/etc/waagent.conf
      ConditionVirtualization=microsoft

      [Service]
      ExecStart=/usr/bin/python3 -u /usr/sbin/waagent -daemon
      """;

  @Test
  void letStartTheUnitAsPackaged() {
    assertThat(failing(PACKAGED)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConditionVirtualization=vmware",
        "ConditionVirtualization=!microsoft",
        "ConditionVirtualization=container",
        "AssertVirtualization=!vm",
        "ConditionPathExists=/etc/missing",
        "ConditionPathExists=!/etc/waagent.conf",
        "ConditionVirtualization=|kvm\nConditionVirtualization=|vmware",
      })
  void knowWhatKeepsTheAgentFromStarting(String lines) {
    assertThat(failing("[Unit]\n" + lines + "\n")).isEqualTo("/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConditionVirtualization=vm",
        "ConditionVirtualization=!container",
        "ConditionVirtualization=|kvm\nConditionVirtualization=|microsoft",
        "ConditionVirtualization=|kvm\nConditionPathExists=|/run/not-seen",
        "ConditionVirtualization=some-new-word",
        "ConditionVirtualization=!some-new-word",
        "ConditionPathExists=/run/not-seen",
        "ConditionFileNotEmpty=!/etc/waagent.conf",
        "ConditionKernelVersion=>=99",
        "# ConditionVirtualization=vmware",
        "ConditionVirtualization=vmware\nConditionPathExists=",
        "[Service]\nConditionVirtualization=vmware",
      })
  void doNotBlameWhatIsMetOrNotKnown(String lines) {
    assertThat(failing("[Unit]\n" + lines + "\n")).isNull();
  }

  @Test
  void nameTheDropInThatAddsACondition() {
    assertThat(failing(PACKAGED, "[Unit]\nConditionVirtualization=vmware\n")).isEqualTo("/1");
    assertThat(failing("[Unit]\nConditionVirtualization=kvm\n", "[Unit]\nConditionHost=\n"))
        .isNull();
  }

  @Test
  void takeAUnitWithoutConditions() {
    assertThat(failing("")).isNull();
    assertThat(failing("[Unit]")).isNull();
  }

  @Property(tries = 300)
  void takesAnyText(@ForAll String text) {
    assertThat(failing("[Unit]\nConditionVirtualization=kvm\n[X]\n" + text.replace("[", "")))
        .isEqualTo("/0");
  }

  private static @Nullable String failing(String... texts) {
    List<FileContent> files = new java.util.ArrayList<>();
    for (String text : texts) {
      files.add(FileContent.of("/" + files.size(), text));
    }
    return UnitConditions.failing(files, UnitConditionsTest::exists);
  }

  private static @Nullable Boolean exists(String path) {
    return switch (path) {
      case "/etc/waagent.conf", "/usr/sbin/waagent" -> true;
      case "/etc/missing" -> false;
      default -> null;
    };
  }
}
