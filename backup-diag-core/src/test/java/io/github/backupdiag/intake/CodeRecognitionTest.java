package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import io.github.backupdiag.fact.backup.UnknownCode;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRecognitionTest {

  private static final String STATUS = "UserErrorGuestAgentStatusUnavailable";

  private static final Intake INTAKE =
      Intake.over(
          new FixedCatalog()
              .with(STATUS, List.of(STATUS + "Linux"), List.of(), List.of())
              .damaged(
                  "ExtensionFailedVssServiceInBadState", "Extensionfailedstateful Serviceinbad")
              .alias("BackUpOperationFailed", "BackupOperationFailed")
              .alias("BackUpOperationFailedV2", "BackupOperationFailedV2")
              .with("UserErrorVmNotInDesirableState")
              .with("VmNotInDesirableState")
              .with("ExtensionSnapshotFailedCOM")
              .with("ExtensionSnapshotFailedNoNetwork")
              .with("ExtensionConfigParsingFailure")
              .with("Throttled")
              .with("Pre-ScriptTimeout")
              .with("AzureVmOffline", List.of(), List.of("380008"), List.of())
              .with(
                  "ResourceNotFound",
                  List.of(),
                  List.of("320001"),
                  List.of("error-code-field", "backup-context"))
              .with(
                  "VMSnapshotLinux.121",
                  List.of("FailedRetryableFsFreezeFailed"),
                  List.of("121"),
                  List.of("extension-status"))
              .with("VMSnapshotLinux.1", List.of(), List.of("1"), List.of("extension-status")));

  private static List<Tuple> codes(String text) {
    return INTAKE.read(text).matches().stream()
        .map(match -> Tuple.tuple(match.code(), match.score()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UserErrorGuestAgentStatusUnavailable",
        "UserErrorGuestAgentStatusUnavailableLinux",
        "Error code: UserErrorGuestAgentStatusUnavailable.",
        "오류: UserErrorGuestAgentStatusUnavailable입니다",
        "(UserErrorGuestAgentStatusUnavailable)",
        "{\\\"code\\\":\\\"UserErrorGuestAgentStatusUnavailable\\\"}",
        "failed\\nUserErrorGuestAgentStatusUnavailable\\n",
        "failed\\\\nUserErrorGuestAgentStatusUnavailable\\\\r\\\\n",
        "&lt;b&gt;UserErrorGuestAgentStatusUnavailable&lt;/b&gt;",
        "UserError&#71;uestAgent&#x53;tatusUnavailable",
        "UserErrorGuest\\u0041gentStatusUnavailable",
        "UserErrorGuest\u200bAgent\u00adStatus\ufeffUnavailable",
        "ＵｓｅｒＥｒｒｏｒＧｕｅｓｔＡｇｅｎｔＳｔａｔｕｓＵｎａｖａｉｌａｂｌｅ",
      })
  void to_the_letter_however_escaped(String text) {
    assertThat(codes(text)).containsExactly(Tuple.tuple(STATUS, 1.0));
  }

  @ParameterizedTest
  @CsvSource({
    "usererrorguestagentstatusunavailable, 0.98",
    "USERERRORGUESTAGENTSTATUSUNAVAILABLELINUX, 0.98",
    "GuestAgentStatusUnavailable, 0.88",
    "UserErrorGuestAgent StatusUnavailable, 0.85",
    "User Error Guest Agent Status Unavailable, 0.85",
    "usererrorguestagent statusunavailable, 0.85",
    "UserErrorGuestAgentStatusUnav, 0.8",
    "UserErrorGuestAgentStatusUnav…, 0.8",
    "usererrorguestagentstatusunav, 0.8",
  })
  void damaged_scores_lower(String text, double score) {
    assertThat(codes(text)).containsExactly(Tuple.tuple(STATUS, score));
  }

  @ParameterizedTest
  @CsvSource({
    "ExtensionSnapshotFai, ExtensionSnapshotFailedCOM, ExtensionSnapshotFailedNoNetwork",
    "BackUpOperationFai…, BackUpOperationFailed, BackUpOperationFailedV2",
  })
  void cut_where_several_begin_so_gives_them_all(String text, String one, String other) {
    assertThat(codes(text)).containsExactly(Tuple.tuple(one, 0.6), Tuple.tuple(other, 0.6));
  }

  @Test
  void without_the_word_extension() {
    assertThat(codes("SnapshotFailedNoNetwork"))
        .containsExactly(Tuple.tuple("ExtensionSnapshotFailedNoNetwork", 0.88));
  }

  @Test
  void wrapped_anywhere_inside() {
    for (int i = 1; i < STATUS.length(); i++) {
      assertThat(codes(STATUS.substring(0, i) + "\r\n    " + STATUS.substring(i)))
          .containsExactly(Tuple.tuple(STATUS, 0.85));
    }
  }

  @Test
  void a_known_damaged_form() {
    assertThat(codes("Code: Extensionfailedstateful Serviceinbad"))
        .containsExactly(Tuple.tuple("ExtensionFailedVssServiceInBadState", 0.9));
  }

  @Test
  void an_own_hyphen_may_be_lost() {
    assertThat(codes("Pre-ScriptTimeout")).containsExactly(Tuple.tuple("Pre-ScriptTimeout", 1.0));
    assertThat(codes("PreScriptTimeout")).containsExactly(Tuple.tuple("Pre-ScriptTimeout", 0.85));
  }

  @Test
  void a_code_is_not_seen_inside_a_longer_one() {
    assertThat(codes("BackupOperationFailedV2"))
        .containsExactly(Tuple.tuple("BackUpOperationFailedV2", 1.0));
    assertThat(codes("UserErrorVmNotInDesirableState"))
        .containsExactly(Tuple.tuple("UserErrorVmNotInDesirableState", 1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Backup operation failed",
        "The back up operation failed.",
        "Azure VM offline",
        "Pre-script timeout",
        "Guest agent status unavailable",
        "xUserErrorGuestAgentStatusUnavailable",
        "UserErrorGuestAgentStatusUnavailable_count",
        "my_UserErrorGuestAgentStatusUnavailable",
        "UserErrorGuestAgentStatusUnavailability2",
        "ExtensionSnapshotFailed",
        "ExtensionConfig",
        "requests are throttled",
        "VMSnapshotLinux-1.0.9120.0",
        "VMSnapshotLinux.1.0.9120",
        "VMSnapshotLinux 1",
        "SnapshotFailed",
      })
  void prose_and_other_names_are_no_codes(String text) {
    assertThat(codes(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ResourceNotFound",
        "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"…\"}}",
        "{\\\"error\\\":{\\\"code\\\":\\\"ResourceNotFound\\\"}}",
        "Error code: ResourceNotFound",
        "errorCode=ResourceNotFound",
        "&quot;code&quot;: &quot;ResourceNotFound&quot;",
      })
  void a_general_name_counts_in_its_field(String text) {
    assertThat(codes(text)).containsExactly(Tuple.tuple("ResourceNotFound", 1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET failed: ResourceNotFound in provider",
        "barcode: ResourceNotFound",
        "{\"status\":\"ResourceNotFound\"}",
        "320001 rows affected",
        "port 380008",
        "code: 121",
        "1",
        "121",
        "exit code 121",
        "VMSnapshotLinux said: HTTP code: 121",
        "[Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]PreSnapshot: Status Code: 500",
        "VMSnapshotLinux took 121 seconds",
        "VMSnapshotLinux: code 1.121.0",
      })
  void a_general_name_or_number_does_not_count_elsewhere(String text) {
    assertThat(codes(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"errorCode\": 320001}', ResourceNotFound, 0.9",
    "'\"code\":\"380008\"', AzureVmOffline, 0.9",
    "380008, AzureVmOffline, 0.7",
    "'VMSnapshotLinux-1.0.9235.0 status: {\"code\": 121}', VMSnapshotLinux.121, 0.9",
    "'{\"status\":{\"name\":\"A.B.VMSnapshotLinux\",\"code\":\"121\"}}', VMSnapshotLinux.121, 0.9",
    "'{\\\"code\\\":\\\"121\\\",\\\"name\\\":\\\"VMSnapshot\\\"}', VMSnapshotLinux.121, 0.9",
    "'VMSnapshotLinux failed with error code 121', VMSnapshotLinux.121, 0.9",
    "VMSnapshotLinux 121, VMSnapshotLinux.121, 0.9",
    "VMSnapshotLinux (121), VMSnapshotLinux.121, 0.9",
  })
  void a_number_counts_alone_or_in_its_field(String text, String code, double score) {
    List<CodeMatch> matches = INTAKE.read(text).matches();

    assertThat(matches).hasSize(1);
    assertThat(matches.get(0).code()).isEqualTo(code);
    assertThat(matches.get(0).matchedBy()).isEqualTo(MatchedBy.NUMBER);
    assertThat(matches.get(0).score()).isEqualTo(score);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(ResourceNotFound) The Resource 'vm-1' under resource group 'rg' was not found.",
        "ERROR: (ResourceNotFound) The Resource 'vm-1' was not found.",
        "2026-01-01 ended\n(ResourceNotFound) The Resource 'vm-1' was not found.",
        "Backup of vm-1 failed: ResourceNotFound",
        "The restore point could not be made (ResourceNotFound).",
        "VMSnapshot\nResourceNotFound: the resource is gone",
      })
  void a_general_name_counts_where_a_code_stands(String text) {
    assertThat(codes(text)).containsExactly(Tuple.tuple("ResourceNotFound", 1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The call failed: ResourceNotFound",
        "it threw (ResourceNotFound) again",
        "The backup met ResourceNotFound somewhere",
        "(resource not found) The backup failed",
      })
  void a_general_name_in_prose_is_none(String text) {
    assertThat(codes(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UserErrorGuestAgentStatusUnavailables, UserErrorGuestAgentStatusUnavailable",
    "UserErrorGuestAgentsStatusUnavailable, UserErrorGuestAgentStatusUnavailable",
    "UserErr0rGuestAgentStatusUnavai1able, UserErrorGuestAgentStatusUnavailable",
    "UserErrorGuestAgentStatuslJnavailable, ",
    "ExtensionGuestAgentStatusUnavailable, UserErrorGuestAgentStatusUnavailable",
    "UserErrorExtensionSnapshotFailedNoNetwork, ExtensionSnapshotFailedNoNetwork",
    "UserErrorSnapshotFailedNoNetwork, ExtensionSnapshotFailedNoNetwork",
    "VssServiceInBadState, ExtensionFailedVssServiceInBadState",
    "VssServicesInBadState, ExtensionFailedVssServiceInBadState",
    "UserErrorBackUpOperationFailed, BackUpOperationFailed",
    "UserErrorGuestAgentStatusAvailable, ",
    "UserErrorResourceNotFound, ",
  })
  void careless_spelling_is_undone_and_nothing_else(String text, String code) {
    assertThat(codes(text))
        .isEqualTo(
            code == null
                ? List.of()
                : List.of(Tuple.tuple(code, codes(text).get(0).toList().get(1))));
    assertThat(codes(text))
        .allSatisfy(match -> assertThat((double) match.toList().get(1)).isBetween(0.6, 0.9));
  }

  @Test
  void a_restricted_number_leaves_its_name_free() {
    assertThat(codes("status: FailedRetryableFsFreezeFailed in the log"))
        .containsExactly(Tuple.tuple("VMSnapshotLinux.121", 1.0));
    assertThat(codes("got VMSnapshotLinux.121 today"))
        .containsExactly(Tuple.tuple("VMSnapshotLinux.121", 1.0));
  }

  @Test
  void several_codes_in_order_of_score_then_place() {
    assertThat(codes("extensionsnapshotfailedcom, then AzureVmOffline, then BackUpOperationFailed"))
        .containsExactly(
            Tuple.tuple("AzureVmOffline", 1.0),
            Tuple.tuple("BackUpOperationFailed", 1.0),
            Tuple.tuple("ExtensionSnapshotFailedCOM", 0.98));
  }

  @Test
  void a_code_is_given_once_as_well_as_it_was_ever_written() {
    assertThat(codes("azurevmoffline AzureVmOffline azurevmoffline"))
        .containsExactly(Tuple.tuple("AzureVmOffline", 1.0));
  }

  @Test
  void the_excerpt_is_the_piece_as_it_stood() {
    CodeMatch match =
        INTAKE.read("Code: UserErrorGuestAgent\n  StatusUnavailable!").matches().get(0);

    assertThat(match.excerpt()).isEqualTo("UserErrorGuestAgent\n  StatusUnavailable");
  }

  @Test
  void an_unknown_code_comes_with_its_nearest() {
    assertThat(INTAKE.read("Fehler ExtensionSnapshotFailedNoNetwrk.").unknownCodes())
        .containsExactly(
            new UnknownCode(
                "ExtensionSnapshotFailedNoNetwrk",
                List.of("ExtensionSnapshotFailedNoNetwork", "ExtensionSnapshotFailedCOM")));
    assertThat(INTAKE.read("UserErrorQuotaOfMoon").unknownCodes())
        .containsExactly(new UnknownCode("UserErrorQuotaOfMoon", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BMSUserErrorInvalidPolicyForGivenProvider", "CloudFlowRestoreError"})
  void codes_of_backup_management_and_of_the_service_itself_are_unknown_ones(String code) {
    assertThat(INTAKE.read("Status=400 Code=\"" + code + "\"").unknownCodes())
        .extracting(UnknownCode::code)
        .containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"raise CloudError", "CloudStorageException: x", "BMSUserErr 5"})
  void shorter_names_of_programs_are_none(String text) {
    assertThat(INTAKE.read(text).unknownCodes()).isEmpty();
  }

  @Test
  void an_unknown_code_alone_is_no_incident() {
    assertThat(INTAKE.read("UserErrorQuotaOfMoon").incidents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.NullPointerException at com.acme.VmBackupFailedError.run",
        "VmBackupDiskFailedException",
        "https://portal.example/errors/UserErrorQuotaOfMoon",
        "see https://portal.example/?q=UserErrorQuotaOfMoon&lang=en",
        "C:\\Packages\\BackupSnapshotFailedFiles",
        "{\"LastBackupSnapshotFailedTime\":\"2026-01-01\"}",
        "LastBackupSnapshotFailedCount",
        "Microsoft.Azure.RecoveryServices.VMSnapshotLinux",
        "[ExtensionDownloadError] ModuleNotFoundError SSLCertVerificationError",
        "AzureDiskEncryption and WindowsServerBackup",
        "ExtensionSnapshotFailed",
        "UserErrorGuestAgent\nStatusUnavailable",
        "backupsnapshotfailedforsomereason",
      })
  void other_names_are_no_unknown_codes(String text) {
    assertThat(INTAKE.read(text).unknownCodes()).isEmpty();
  }
}
