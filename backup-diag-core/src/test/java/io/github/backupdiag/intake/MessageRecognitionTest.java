package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRecognitionTest {

  private static final Intake INTAKE =
      Intake.over(
          new FixedCatalog()
              .with("AgentError")
              .with("SnapshotTask")
              .with("InternalOne")
              .with("InternalTwo")
              .with("MissingError")
              .with("CancelError")
              .with("ManagedError")
              .message(
                  "AgentError",
                  "en",
                  "VM agent is unable to communicate with the Azure Backup Service.")
              .message(
                  "AgentError",
                  "de",
                  "Der größte VM-Agent kann nicht mit Azure Backup kommunizieren")
              .message("AgentError", "tr", "VM aracısı Azure Backup ile iletişim kuramıyor")
              .message(
                  "SnapshotTask",
                  "en",
                  "Could not communicate with the VM agent for snapshot status")
              .message(
                  "AgentError",
                  "en",
                  "Could not communicate with the VM agent for snapshot status - Snapshot VM sub task timed out")
              .message("InternalTwo", "ja", "バックアップ操作は内部エラーのため失敗しました。")
              .message("InternalOne", "ja", "バックアップ操作は内部エラーのため失敗しました。")
              .message("MissingError", "zh-CN", "虚拟机不存在")
              .message("MissingError", "en", "VM is gone.")
              .message("MissingError", "cs", "VM is not backed up.")
              .fragment("CancelError", "de", "Azure Backup konnte den Auftrag nicht abbrechen:")
              .message(
                  "ManagedError", "en", "VMSnapshot extension operation failed for managed disks"));

  private static List<String> codes(String text) {
    return INTAKE.read(text).matches().stream().map(CodeMatch::code).toList();
  }

  @Test
  void a_message_is_found_in_prose() {
    IntakeResult result =
        INTAKE.read(
            "It says: „VM agent is unable to communicate with the Azure Backup Service“ – why?");

    CodeMatch match = result.matches().get(0);
    assertThat(match.code()).isEqualTo("AgentError");
    assertThat(match.matchedBy()).isEqualTo(MatchedBy.MESSAGE);
    assertThat(match.score()).isEqualTo(0.95);
    assertThat(match.language()).isEqualTo("en");
    assertThat(match.excerpt())
        .isEqualTo("VM agent is unable to communicate with the Azure Backup Service");
    assertThat(result.language()).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DER GRÖSSTE VM-AGENT KANN NICHT MIT AZURE BACKUP KOMMUNIZIEREN",
        "Der gro\u0308ßte VM-Agent kann nicht mit Azure Backup kommunizieren",
        "Der gr&ouml;&szlig;te VM-Agent kann nicht mit Azure&nbsp;Backup kommunizieren",
        "Der gr&amp;ouml;&amp;szlig;te VM-Agent kann nicht mit Azure&amp;nbsp;Backup kommunizieren",
        "Der gr\\u00f6\\u00DFte VM-Agent kann\\nnicht mit Azure Backup kommunizieren",
        "VM ARACISI AZURE BACKUP İLE İLETİŞİM KURAMIYOR",
        "vm aracisi azure backup ile i̇letişim kuramiyor",
      })
  void spelling_makes_no_difference(String text) {
    assertThat(codes(text)).containsExactly("AgentError");
  }

  @Test
  void the_longer_message_wins() {
    assertThat(
            codes(
                "Could not communicate with the VM agent for snapshot status - Snapshot VM sub task"
                    + " timed out"))
        .containsExactly("AgentError");
    assertThat(codes("Could not communicate with the VM agent for snapshot status. Timed out"))
        .containsExactly("SnapshotTask");
  }

  @Test
  void a_shared_text_gives_all_its_codes() {
    assertThat(INTAKE.read("バックアップ操作は内部エラーのため\n失敗しました").matches())
        .extracting(CodeMatch::code, CodeMatch::score, CodeMatch::language)
        .containsExactly(
            Tuple.tuple("InternalOne", 0.95, "ja"), Tuple.tuple("InternalTwo", 0.95, "ja"));
  }

  @Test
  void a_cut_message_scores_lower() {
    List<CodeMatch> matches =
        INTAKE.read("Error: VM agent is unable to communicate with the Az…\"}").matches();

    assertThat(matches).hasSize(1);
    assertThat(matches.get(0).score()).isBetween(0.6, 0.8);
    assertThat(matches.get(0).excerpt()).isEqualTo("VM agent is unable to communicate with the Az");
  }

  @Test
  void a_message_that_goes_on_otherwise_is_not_cut() {
    assertThat(codes("VM agent is unable to communicate with the Az, so it sleeps.")).isEmpty();
  }

  @Test
  void too_little_of_a_message_is_not_cut() {
    assertThat(codes("VM agent is unable to comm")).isEmpty();
    assertThat(codes("バックアップ操作は")).isEmpty();
  }

  @Test
  void short_texts_and_fragments_count_only_alone() {
    assertThat(codes("„VM is gone!“")).containsExactly("MissingError");
    assertThat(codes("The VM is gone.")).isEmpty();
    assertThat(codes("Azure Backup konnte den Auftrag nicht abbrechen"))
        .containsExactly("CancelError");
    assertThat(codes("Azure Backup konnte den Auftrag nicht abbrechen: belegt")).isEmpty();
  }

  @Test
  void short_messages_keep_to_words() {
    assertThat(codes("VM is not backed upwards")).isEmpty();
    assertThat(codes("So: VM is not backed up, sorry")).containsExactly("MissingError");
  }

  @Test
  void scripts_without_blanks_need_no_border() {
    assertThat(codes("错误：虚拟机不存在或已删除")).containsExactly("MissingError");
  }

  @Test
  void long_messages_survive_lost_blanks() {
    assertThat(codes("MessageVMSnapshot extension operation failed for managed disksCause"))
        .containsExactly("ManagedError");
  }

  @Test
  void a_code_stands_before_a_message() {
    IntakeResult result = INTAKE.read("バックアップ操作は内部エラーのため失敗しました。 SnapshotTask / InternalTwo");

    assertThat(result.matches())
        .extracting(CodeMatch::code, CodeMatch::matchedBy)
        .containsExactly(
            Tuple.tuple("SnapshotTask", MatchedBy.CODE),
            Tuple.tuple("InternalTwo", MatchedBy.CODE),
            Tuple.tuple("InternalOne", MatchedBy.MESSAGE));
    assertThat(result.language()).isEqualTo("ja");
  }

  @Test
  void a_long_excerpt_is_cut() {
    String blanks = " ".repeat(500);

    CodeMatch match =
        INTAKE
            .read("VMSnapshot" + blanks + "extension operation failed for managed disks")
            .matches()
            .get(0);

    assertThat(match.excerpt()).hasSize(200).startsWith("VMSnapshot ");
  }
}
