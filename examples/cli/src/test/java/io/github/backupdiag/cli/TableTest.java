package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void alignsColumnsAndBreaksTheLast() {
    assertThat(table(40, "id", "first second third fourth fifth sixth seventh"))
        .isEqualTo(
            """
            id  first second third fourth fifth
                sixth seventh
            """);
  }

  @Test
  void putsTheLastBelowWhereTooLittleRoomIsLeft() {
    assertThat(table(40, "an-id-of-thirty-characters-abc", "first second third fourth fifth sixth"))
        .isEqualTo(
            """
            an-id-of-thirty-characters-abc
                first second third fourth fifth
                sixth
            """);
  }

  @Test
  void countsWideLettersTwice() {
    assertThat(Wrapping.wrap("스냅샷 작업이 실패했습니다", 14)).containsExactly("스냅샷 작업이", "실패했습니다");
    assertThat(Wrapping.wrap("快照工作失敗了", 8)).containsExactly("快照工作", "失敗了");
  }

  @Test
  void leavesLongWordWhole() {
    assertThat(Wrapping.wrap("a UserErrorGuestAgentStatusUnavailable b", 10))
        .containsExactly("a", "UserErrorGuestAgentStatusUnavailable", "b");
  }

  private static String table(int columns, String... cells) {
    Table table = new Table(columns);
    table.row(List.of(cells));
    return table.toString();
  }
}
