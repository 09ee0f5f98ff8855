package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
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
  void a_message_gives_code_and_language() {
    IntakeResult result = INTAKE.read("VM 에이전트가 Azure Backup와 통신할 수 없습니다.");

    assertThat(result.language()).isEqualTo("ko");
    assertThat(result.matches())
        .extracting(CodeMatch::code)
        .containsExactly("UserErrorGuestAgentStatusUnavailable");
  }
}
