package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that nearly are a message of the catalog. */
class SimilarMessageTest {

  private static final double LEAST_OF_CUT = 0.6;
  private static final Intake INTAKE = Intake.over(LoadedCatalog.with(List.of()));

  private static List<CodeMatch> matches(String text) {
    return INTAKE.read(text).matches();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "other joint | ExtensionFailedVssWriterInBadState | Snapshot operation failed due to VSS Writers in bad state",
        "goes on otherwise | UserErrorKeyvaultPermissionsNotConfigured | Azure Backup does not have sufficient permissions to perform the operation",
        "names put in | UserErrorGuestAgentStatusUnavailable | VM agent on 'sql-prod-3' was unable to communicate with the Backup service of Azure",
        "other order | UserErrorRpCollectionLimitReached | Max limit of restore point collection reached for VM web01",
        "other tense | ExtensionSnapshotFailedNoNetwork | Snapshot operation fails due to no network connectivity of the virtual machine",
        "words lost | UserErrorKeyvaultPermissionsNotConfigured | Backup: not sufficient permissions to key vault, backup of encrypted VMs",
        "in prose | UserErrorVmProvisioningStateFailed | Hi all, since monday I am told that VM web-01 is in a failed provisioning state, what now?",
        "de | UserErrorGuestAgentStatusUnavailable | Der VM-Agent auf web-01 konnte nicht mit Azure Backup kommunizieren.",
        "fr | UserErrorGuestAgentStatusUnavailable | L'agent de la machine virtuelle web-01 n'a pas pu communiquer avec le service de sauvegarde Azure",
        "es | UserErrorGuestAgentStatusUnavailable | El agente de la máquina virtual web-01 no pudo comunicarse con Azure Backup",
        "ja | ExtensionFailedVssWriterInBadState | VSS ライターが正しくない状態だったため、スナップショットの操作は失敗しました",
        "ko | UserErrorGuestAgentStatusUnavailable | VM 에이전트 web-01이 Azure Backup 서비스와 통신할 수 없음",
        "zh-CN | ExtensionFailedVssWriterInBadState | 快照操作失败，因为 VSS 编写器的状态不正常",
        "zh-TW | UserErrorGuestAgentStatusUnavailable | VM web-01 的代理無法與 Azure 備份通訊",
      })
  void gives_the_code_of_that_message(String why, String code, String text) {
    CodeMatch best = matches(text).get(0);

    assertThat(best.code()).as(why).isEqualTo(code);
    assertThat(best.matchedBy()).isEqualTo(MatchedBy.MESSAGE);
    assertThat(best.score()).isBetween(0.2, LEAST_OF_CUT - 0.01);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Snapshot operation succeeded",
        "Snapshot operation succeeded because VSS writers were in a good state.",
        "The snapshot operation has not failed because VSS writers were in a bad state.",
        "VM agent is able to communicate with the Azure Backup Service.",
        "The restore point collection has not reached the maximum limit.",
        "The VM is not in failed provisioning state",
        "VM is in Succeeded Provisioning State",
        "Backup has sufficient permissions to the key vault for backup of encrypted VMs.",
        "The virtual machine exists",
        "Der VM-Agent kann mit Azure Backup kommunizieren",
        "VM エージェントが Azure Backup と通信できます",
        "快照操作成功，VSS 编写器处于良好状态。",
      })
  void the_contrary_is_no_message(String text) {
    assertThat(matches(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The operation failed due to an error. Please retry the operation.",
        "Backup of the virtual machine",
        "We use Azure Backup for our virtual machines, with a recovery services vault in West Europe.",
        "How do I configure backup for an encrypted VM with a key vault?",
        "Please check the network connectivity on the virtual machine and restart the service.",
        "The extension could be installed; the agent reports the status of the VM to Azure.",
        "Error: the command failed with exit status 1, see the log for details",
        "バックアップは毎日午前二時に実行されます。仮想マシンの状態を確認してください。",
        "가상 머신의 백업 상태를 확인하고 에이전트를 다시 시작하세요.",
      })
  void general_words_never_suffice(String text) {
    assertThat(matches(text)).isEmpty();
  }

  @Test
  void a_sentence_between_two_messages_gives_both_codes_the_nearer_first() {
    assertThat(
            matches("Backup failed because of an internal error in the service; retry in minutes"))
        .extracting(CodeMatch::code)
        .contains("BackUpOperationFailed", "BackUpOperationFailedV2");
    assertThat(matches("Unable to start the backup as another backup operation is in progress now"))
        .extracting(CodeMatch::code)
        .startsWith("SystemBackupOperationInProgress", "UserErrorBackupOperationInProgress");
  }

  @Test
  void the_message_itself_leaves_no_room_for_similar_ones() {
    assertThat(matches("Snapshot operation failed because VSS writers were in a bad state."))
        .extracting(CodeMatch::code)
        .containsExactly("ExtensionFailedVssWriterInBadState");
  }

  @Test
  void a_short_message_may_have_a_name_in_it_and_no_more() {
    assertThat(matches("VM web-01 is not backed up.").get(0).code())
        .isEqualTo("UserErrorBcmDatasourceNotPresent");
    assertThat(matches("The printer is not backed up by paper.")).isEmpty();
  }

  @Test
  void no_sentence_goes_over_entries_of_a_log() {
    assertThat(matches("Snapshot operation failed\nbecause VSS writers are in a bad state"))
        .isNotEmpty();
    assertThat(matches("10:00 Snapshot operation failed\n10:01 VSS writers: state bad")).isEmpty();
    assertThat(matches("10:00 Snapshot operation failed\\n[10:01 VSS writers: state bad"))
        .isEmpty();
  }

  @Test
  void characters_that_combine_at_the_end_are_read() {
    assertThat(matches("가ß")).isEmpty();
    assertThat(matches("\u1100\u1161\u00df1")).isEmpty();
  }

  @Test
  void a_long_text_hides_none() {
    String filler = "The quick brown fox jumps over the lazy dog and takes a picture of it. ";
    String sentence = "Snapshot operation failed due to VSS Writers in bad state. ";
    for (int before : new int[] {0, 130, 135, 136, 137, 138, 139, 140, 300}) {
      String text = filler.repeat(before) + sentence + filler.repeat(200);

      assertThat(matches(text))
          .as("%d times before", before)
          .extracting(CodeMatch::code)
          .startsWith("ExtensionFailedVssWriterInBadState");
    }
  }
}
