package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;
import org.junit.jupiter.api.Test;

class OsReleaseTest {

  @Test
  void readsQuotedAndPlainValues() {
    GuestOs os =
        OsRelease.parse(
            "# x\nPRETTY_NAME=\"A \\\"quoted\\\" \\$name\"\nID='Rocky'\nID_LIKE=\"rhel centos"
                + " fedora\"\r\nVERSION_ID=9.3\n");
    assertThat(os)
        .isEqualTo(
            new GuestOs(
                GuestOs.Family.LINUX,
                "rocky",
                "9.3",
                List.of("rhel", "centos", "fedora"),
                "A \"quoted\" $name"));
    assertThat(os.agentUnit()).isEqualTo("waagent");
  }

  @Test
  void knowsTheUnitOfDebianWithoutKin() {
    assertThat(OsRelease.parse("ID=debian\n").agentUnit()).isEqualTo("walinuxagent");
  }

  @Test
  void leavesEmptyWhatIsNotThere() {
    assertThat(OsRelease.parse(""))
        .isEqualTo(new GuestOs(GuestOs.Family.LINUX, "", "", List.of(), ""));
  }
}
