package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.guest.NotAGuestException;
import io.github.backupdiag.guest.OfflineBundle;
import io.github.backupdiag.guest.SupportBundle;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that was opened, of whatever kind.
 *
 * @param guest what answers from it
 * @param recorded the facts in a support bundle, null in others
 * @param warnings what is wrong with it, if it can be used all the same; reports show it, too
 */
record Bundle(GuestConnection guest, @Nullable FactSet recorded, List<String> warnings) {

  /** Opens what {@code --bundle} names, or one of many. */
  static Bundle open(Path path, boolean assumeAzure) throws RefusedException {
    try {
      return SupportBundle.isOne(path)
          ? of(SupportBundle.open(path))
          : of(OfflineBundle.open(path), assumeAzure);
    } catch (NotAGuestException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  /** Reads standard input. */
  static Bundle read(Surroundings around, boolean assumeAzure) throws RefusedException {
    BufferedInputStream in = new BufferedInputStream(around.in());
    String name = "standard input";
    try {
      return SupportBundle.isOne(in)
          ? of(SupportBundle.read(in, name))
          : of(OfflineBundle.open(in, name), assumeAzure);
    } catch (NotAGuestException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new RefusedException(name + " cannot be read: " + Inputs.why(e));
    }
  }

  private static Bundle of(SupportBundle bundle) {
    String name = bundle.guest().name();
    return new Bundle(
        bundle.guest(),
        bundle.facts(),
        bundle.problems().stream().map(problem -> name + " " + problem).toList());
  }

  private static Bundle of(OfflineBundle bundle, boolean assumeAzure) {
    // What it lacks the connection itself tells.
    return new Bundle(assumeAzure ? bundle.assumeAzure() : bundle, null, List.of());
  }

  /** Looks at it and judges. */
  Report diagnose(BackupDiagnosis diagnosis, DiagnosisRequest.Builder request) {
    if (recorded != null) {
      request.recordedFacts(recorded);
    }
    return diagnosis.with(GuestConnection.class, guest).diagnose(request.build());
  }
}
