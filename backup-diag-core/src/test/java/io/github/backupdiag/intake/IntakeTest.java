package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Intake INTAKE = Intake.over(LoadedCatalog.with(List.of()));

  @Test
  void a_code_to_the_letter_scores_one() {
    IntakeResult result = INTAKE.read("UserErrorGuestAgentStatusUnavailable");

    assertThat(result.incidents()).hasSize(1);
    assertThat(result.language()).isNull();
    CodeMatch match = result.matches().get(0);
    assertThat(match.code()).isEqualTo("UserErrorGuestAgentStatusUnavailable");
    assertThat(match.matchedBy()).isEqualTo(MatchedBy.CODE);
    assertThat(match.score()).isEqualTo(1.0);
  }

  @Test
  void nothing_known_is_an_empty_result() {
    assertThat(INTAKE.read("hello")).isEqualTo(IntakeResult.empty());
  }

  @Test
  void a_stream_is_read_up_to_the_limit_and_left_open() throws IOException {
    byte[] code = " UserErrorGuestAgentStatusUnavailable ".getBytes(StandardCharsets.UTF_8);
    byte[] late = new byte[8 * 1024 * 1024 + code.length];
    Arrays.fill(late, (byte) ' ');
    System.arraycopy(code, 0, late, 8 * 1024 * 1024, code.length);
    InputStream in = new ByteArrayInputStream(late);

    String bytes = "the input is too long: only its first 8388608 bytes were read";
    assertThat(beginning(INTAKE.read(in))).containsExactly(bytes);
    assertThat(INTAKE.read(in).matches()).hasSize(1);
    assertThat(beginning(INTAKE.read(late))).containsExactly(bytes);
    assertThat(beginning(INTAKE.read(new String(late, StandardCharsets.UTF_8))))
        .containsExactly(bytes.replace("bytes", "characters"));
  }

  @Test
  void so_many_lines_as_no_log_has_are_cut() {
    String lines = "a\r\n".repeat(399_999);
    String code = "UserErrorGuestAgentStatusUnavailable";

    assertThat(INTAKE.read(lines + code).matches()).hasSize(1);
    assertThat(beginning(INTAKE.read(lines + "a\n" + code)))
        .containsExactly("the input is too long: only its first 400000 lines were read");
  }

  private static List<String> beginning(IntakeResult result) {
    assertThat(result.matches()).isEmpty();
    return ((Observed<List<String>>) result.facts().get(BackupFacts.INPUT_PROBLEMS)).value();
  }

  @Test
  void invalid_bytes_are_skipped_over() {
    byte[] bytes = "? UserErrorGuestAgentStatusUnavailable ?".getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) 0xc3;
    bytes[bytes.length - 1] = (byte) 0xff;

    assertThat(INTAKE.read(bytes).matches()).hasSize(1);
  }

  @Test
  void a_code_that_only_the_advice_names_is_none() {
    String page =
        """
        Error code: UserErrorGuestAgentStatusUnavailable
        Recommended action: see ExtensionSnapshotFailedNoNetwork.
        """;

    assertThat(INTAKE.read(page).matches())
        .extracting(CodeMatch::code)
        .containsExactly("UserErrorGuestAgentStatusUnavailable");
    assertThat(INTAKE.read(page + "\nBefore: UserErrorVmProvisioningStateFailed").matches())
        .hasSize(2);
    assertThat(INTAKE.read(page.replace("UserErrorGuestAgentStatusUnavailable", "x")).matches())
        .extracting(CodeMatch::code)
        .containsExactly("ExtensionSnapshotFailedNoNetwork");
  }

  @Test
  void many_threads_may_share_one() {
    Intake shared = Intake.over(LoadedCatalog.with(List.of()));

    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> shared.read("VM Agent unable to communicate with Azure Backup"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void a_message_gives_code_and_language() {
    IntakeResult result = INTAKE.read("VM 에이전트가 Azure Backup와 통신할 수 없습니다.");

    assertThat(result.language()).isEqualTo("ko");
    assertThat(result.matches())
        .extracting(CodeMatch::code)
        .containsExactly("UserErrorGuestAgentStatusUnavailable");
  }
}
