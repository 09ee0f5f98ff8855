package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What whole pastes lead to, from the text to the report. */
class PastedWindowsTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final WindowsText READER = new WindowsText(LoadedCatalog.with(List.of()));

  private static List<String> confirmed(String text) {
    FactSet.Builder facts = FactSet.builder();
    READER.read(text, facts);
    Report report =
        DIAGNOSIS.explain(
            DiagnosisRequest.builder()
                .errorText(text)
                .knownFacts(facts.build())
                .locale(Locale.ENGLISH)
                .build());
    assertThat(report.problems()).isEmpty();
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  @Test
  void aFailedWriterWithTheCode() {
    assertThat(
            confirmed(
                """
                ExtensionFailedVssWriterInBadState
                Verfassername: "SqlServerWriter"
                   Verfasserkennung: {a65faa63-5ea8-4ebc-9dbd-a0c4db26912a}
                   Verfasserinstanzkennung: {99990000-aaaa-4bbb-8ccc-ddddeeeeffff}
                   Status: [8] Fehlgeschlagen
                   Letzter Fehler: Nicht wiederholbarer Fehler
                """))
        .containsExactly("vss-writer-failed");
  }

  @Test
  void aFailedWriterWithoutACode() {
    assertThat(
            confirmed(
                """
                Writer name: 'SqlServerWriter'
                   Writer Id: {a65faa63-5ea8-4ebc-9dbd-a0c4db26912a}
                   Writer Instance Id: {99990000-aaaa-4bbb-8ccc-ddddeeeeffff}
                   State: [10] Failed
                   Last error: Timed out
                """))
        .isEmpty();
  }

  @Test
  void theClustersWriterInJapanese() {
    assertThat(
            confirmed(
                """
                エラー 0x00000000, The operation completed successfully. により、VSS ライターはイベントを拒否しました。
                Writer Class Id: {1072ae1c-e5a7-4ea1-9e4a-6f7964656570}
                Writer Name: Cluster Shared Volume VSS Writer
                event id 8229 source VSS; event id 1544 source Microsoft-Windows-FailoverClustering
                """))
        .containsExactly("cluster-shared-volume-writer");
  }

  @Test
  void anExtensionThatCrashesWithTheCodeOfAntivirus() {
    assertThat(
            confirmed(
                """
                VMRestorePointInternalError
                Faulting application name: IaaSBcdrExtension.exe, version: 1.0.9200.0
                """))
        .containsExactly("antivirus-blocks-extension");
  }

  @Test
  void anEventOfTheJobWithItsCode() {
    assertThat(
            confirmed(
                """
                ExtensionFailedVssWriterInBadState
                <Event xmlns='x'><System><Provider Name='volsnap'/><EventID>25</EventID>
                <TimeCreated SystemTime='2026-03-14T02:15:44Z'/><Channel>System</Channel></System>
                <EventData><Data>C:</Data></EventData></Event>
                """))
        .containsExactly("shadow-copy-storage-full");
  }

  @Test
  void aHealthyGuest() {
    assertThat(
            confirmed(
                """
                UserErrorGuestAgentStatusUnavailable
                Writer name: 'System Writer'
                   Writer Id: {e8132975-6f93-4464-a53e-1050253ae220}
                   Writer Instance Id: {11112222-3333-4444-8555-666677778888}
                   State: [1] Stable
                   Last error: No error
                Writer name: 'SqlServerWriter'
                   Writer Id: {a65faa63-5ea8-4ebc-9dbd-a0c4db26912a}
                   Writer Instance Id: {99990000-aaaa-4bbb-8ccc-ddddeeeeffff}
                   State: [5] Waiting for completion
                   Last error: No error
                Provider name: 'Hyper-V IC Software Shadow Copy Provider'
                   Provider type: Software
                   Provider Id: {74600e39-7dc5-4567-a03b-f091d6c7b092}
                   Version: 1.0.0.0
                VSS event 8194 hr = 0x80070005
                VSS event 12289 hr = 0x80042409
                VSS event 8230
                VSS event 22 {74600e39-7dc5-4567-a03b-f091d6c7b092} 0x80040154
                CAPI2 event 513 AddLegacyDriverFiles
                event 33 volsnap
                2026-03-14T02:15:52.8611188Z [Information]: DoSnapshot=complete. AllSnapshotFailed:False
                """))
        .isEmpty();
  }
}
