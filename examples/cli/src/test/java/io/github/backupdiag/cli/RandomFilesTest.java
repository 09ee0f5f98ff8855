package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random bytes in place of each file that is read: always a report, no fault, nothing confirmed.
 * Which files these are the probes tell by what they ask.
 */
class RandomFilesTest {

  /** Of each file, on a copy and on a running guest: 1,000 in all. */
  private static final int RUNS = 500;

  @TempDir private Path folder;

  @Test
  void convictNobodyOnACopy() throws Exception {
    damageEachFile(FullRoot.in(folder), FakeGuest::copy);
  }

  @Test
  void convictNobodyOnARunningGuest() throws Exception {
    damageEachFile(FullRoot.in(folder), FakeGuest::live);
  }

  private static void damageEachFile(FullRoot root, Supplier<FakeGuest> guests) {
    Readers readers = Readers.of(() -> root.guest(guests.get()));
    assertThat(readers.files()).contains("/etc/waagent.conf", "/etc/os-release");
    assertThat(readers.files()).containsAll(root.files());
    int judged =
        readers.files().parallelStream()
            .mapToInt(file -> damage(file, root, guests, readers))
            .sum();
    assertThat(judged).as("sets of facts that differ").isGreaterThan(RUNS);
  }

  /** Every other time the file is all that its readers have. */
  private static int damage(
      String file, FullRoot root, Supplier<FakeGuest> guests, Readers readers) {
    FakeGuest full = root.guest(guests.get());
    FakeGuest bare = root.without(readers.besides(file), guests.get());
    BackupDiagnosis ofFull = Readers.builder(full).build();
    BackupDiagnosis ofBare = Readers.builder(bare).build();
    FactSet known = readers.known(ofFull.gather(DiagnosisRequest.healthCheck()), file);
    Set<String> judged = new HashSet<>();
    Damage damage = new Damage(file.hashCode());
    for (int run = 0; run < RUNS; run += 2) {
      String what = file + " in run " + run;
      full.file(file, damage.to(root.bytes(file)));
      judge(ofFull, known, judged, what);
      bare.file(file, damage.to(root.bytes(file)));
      judge(ofBare, known, judged, what + ", alone");
    }
    return judged.size();
  }

  private static void judge(
      BackupDiagnosis diagnosis, FactSet known, Set<String> judged, String what) {
    DiagnosisRequest request = DiagnosisRequest.builder().knownFacts(known).build();
    FactSet facts = diagnosis.gather(request);
    if (judged.add(text(facts))) {
      Report report = diagnosis.judge(facts, request);
      assertThat(report.problems()).as(what).isEmpty();
      assertThat(report.status()).as(what).isEqualTo(Report.Status.COMPLETE);
      assertThat(report.causes())
          .as(what)
          .filteredOn(cause -> cause.state() == CauseState.CONFIRMED)
          .extracting(RankedCause::id)
          .isEmpty();
    }
  }

  private static String text(FactSet facts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      FactSetJson.write(facts, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
