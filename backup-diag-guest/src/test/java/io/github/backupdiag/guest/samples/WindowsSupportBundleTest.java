package io.github.backupdiag.guest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.RecordingGuest;
import io.github.backupdiag.guest.SupportBundle;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A support bundle of a Windows guest gives the report of the guest. */
class WindowsSupportBundleTest {

  private static final BackupDiagnosis DIAGNOSIS =
      BackupDiagnosis.builder().clock(Clock.fixed(SampleWindows.RUN, ZoneOffset.UTC)).build();

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.samples.WindowsFault#proven")
  void ofADisk(WindowsFault fault) throws Exception {
    GuestConnection disk = CopiedRoot.open(fault.planted().disk(directory));
    assertSame(disk, DiagnosisRequest.healthCheck());
    assertSame(disk, DiagnosisRequest.forError(fault.code()));
  }

  @ParameterizedTest
  @EnumSource(RunningWindows.Manner.class)
  void ofARunningGuest(RunningWindows.Manner manner) throws Exception {
    assertSame(new RunningWindows(DisplayLanguage.KOREAN, manner), DiagnosisRequest.healthCheck());
  }

  private static void assertSame(GuestConnection guest, DiagnosisRequest request)
      throws IOException {
    Report there = DIAGNOSIS.with(GuestConnection.class, guest).diagnose(request);
    RecordingGuest recording = RecordingGuest.of(guest);
    FactSet facts = DIAGNOSIS.with(GuestConnection.class, recording).gather(request);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    SupportBundle.write(facts, recording, "test", Instant.EPOCH, zip);
    SupportBundle bundle =
        SupportBundle.read(new ByteArrayInputStream(zip.toByteArray()), "made.zip");
    assertThat(bundle.problems()).isEmpty();
    Report here =
        DIAGNOSIS
            .with(GuestConnection.class, bundle.guest())
            .diagnose(DiagnosisRequest.builder().recordedFacts(bundle.facts()).build());
    assertThat(json(here)).isEqualTo(json(there));
  }

  private static String json(Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    Renderers.json().render(report, Locale.ENGLISH, out);
    return out.toString();
  }
}
