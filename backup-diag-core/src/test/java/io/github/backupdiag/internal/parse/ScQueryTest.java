package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScQueryTest {

  @Test
  void readsTheNumberOfTheState() {
    assertThat(ScQuery.state(output("TYPE", "STATE", 4, "RUNNING"))).isEqualTo(4);
    assertThat(ScQuery.state(output("TYPE", "STATE", 1, "STOPPED"))).isEqualTo(1);
    assertThat(ScQuery.state(output("TYPE", "STATE", 3, "STOP_PENDING"))).isEqualTo(3);
  }

  @Test
  void readsItAlsoWhereLabelsAreTranslated() {
    assertThat(ScQuery.state(output("TIPO", "ESTADO", 4, "RUNNING"))).isEqualTo(4);
    assertThat(ScQuery.state(output("\ufffd\ufffd", "\ufffd", 1, "STOPPED"))).isEqualTo(1);
  }

  @Test
  void tellsNothingWithoutAState() {
    assertThat(ScQuery.state("")).isNull();
    assertThat(ScQuery.state("[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nx\n"))
        .isNull();
    assertThat(ScQuery.state("TYPE : 10  WIN32_OWN_PROCESS\nEXIT : 0  (0x0)\n")).isNull();
    assertThat(ScQuery.state(output("TYPE", "STATE", 0, "x"))).isNull();
    assertThat(ScQuery.state(output("TYPE", "STATE", 9999, "x"))).isNull();
  }

  @Test
  void readsTheErrorOfTheEndInAnyLanguage() {
    String neverStarted =
        output("TIPO", "ESTADO", 1, "STOPPED").replace("0  (0x0)", "1077  (0x435)");

    assertThat(ScQuery.exit(neverStarted)).isEqualTo(1077);
    assertThat(ScQuery.exit(output("TYPE", "STATE", 4, "RUNNING"))).isZero();
    assertThat(ScQuery.exit("STATE : 1  STOPPED\nx : 1077  (0x436)\n")).isNull();
    assertThat(ScQuery.exit("")).isNull();
  }

  @Property
  void givesAStateOrNothingForAnyText(@ForAll String text) {
    Integer state = ScQuery.state("A : 1 " + text + "\nB : 2 " + text);

    assertThat(state == null || (state >= 1 && state <= 7)).isTrue();
    ScQuery.state(text);
    ScQuery.exit(text);
  }

  private static String output(String type, String label, int state, String word) {
    return "\r\nSERVICE_NAME: VSS\r\n        "
        + type
        + "               : 20  WIN32_SHARE_PROCESS\r\n        "
        + label
        + "              : "
        + state
        + "  "
        + word
        + "\r\n                                (STOPPABLE, NOT_PAUSABLE)\r\n        "
        + "WIN32_EXIT_CODE    : 0  (0x0)\r\n        CHECKPOINT         : 0x0\r\n";
  }
}
