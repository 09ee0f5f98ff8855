package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.LocalGuest;
import io.github.backupdiag.guest.NotAGuestException;
import io.github.backupdiag.guest.RecordingGuest;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where facts come from: this machine, a copied root, a bundle, a recording, or nowhere. */
final class Sources {

  /** The places that exclude each other; without one of them it is this machine. */
  static final class Place {

    @Option(
        names = "--root",
        order = 3,
        paramLabel = "DIR",
        description = "reads a mounted or copied disk of the guest, not this machine")
    private @Nullable String root;

    @Option(
        names = "--bundle",
        order = 4,
        paramLabel = "FILE",
        description =
            "reads what somebody brought of a guest: the output of 'collect-script' or 'gather"
                + " --bundle-out', a log, an archive (zip, tar, gz) or a folder of its files; -"
                + " reads standard input")
    private @Nullable String bundle;

    @Option(
        names = "--facts",
        order = 5,
        paramLabel = "FACTS.json",
        description = "takes recorded facts, not this machine; - reads them")
    private @Nullable String facts;

    @SuppressWarnings("UnusedVariable") // a place without root and facts says it
    @Option(names = "--no-guest", order = 6, description = "looks into no guest")
    private boolean none;
  }

  @Mixin final ErrorOption error = new ErrorOption();

  @ArgGroup(exclusive = true)
  private @Nullable Place place;

  private boolean keepsAnswers;
  private boolean isSupportBundle;
  private @Nullable RecordingGuest recording;

  /** Tells whether a place was named. */
  boolean isGiven() {
    return place != null;
  }

  /** Refuses two readers of standard input. */
  void check(CommonOptions common) {
    if (error.readsStandardInput() && place != null) {
      String other =
          "-".equals(place.facts) ? "--facts" : "-".equals(place.bundle) ? "--bundle" : "";
      if (!other.isEmpty()) {
        throw common.refused("only one of --error and " + other + " can read standard input");
      }
    }
  }

  /** Connects the guest that was chosen, if any; what is known of it goes into the request. */
  void connect(
      BackupDiagnosisBuilder diagnosis,
      DiagnosisRequest.Builder request,
      CommonOptions common,
      Surroundings around)
      throws RefusedException {
    if (place != null && place.bundle != null) {
      Bundle bundle =
          place.bundle.equals("-")
              ? Bundle.read(around, common.assumesAzure())
              : Bundle.open(Inputs.path(place.bundle), common.assumesAzure());
      connect(bundle.guest(), diagnosis);
      isSupportBundle = bundle.recorded() != null;
      if (bundle.recorded() != null) {
        request.recordedFacts(bundle.recorded());
      }
      bundle.warnings().forEach(around::say);
      return;
    }
    request.knownFacts(knownFacts(around));
    if (place == null) {
      LocalGuest machine = LocalGuest.open();
      connect(common.assumesAzure() ? machine.assumeAzure() : machine, diagnosis);
    } else if (place.root != null) {
      connect(copy(Inputs.path(place.root)), diagnosis);
    }
  }

  private void connect(GuestConnection guest, BackupDiagnosisBuilder diagnosis) {
    recording = RecordingGuest.of(guest);
    diagnosis.connect(GuestConnection.class, keepsAnswers ? recording : guest);
  }

  /** Keeps from now on what the guest answers. */
  void keepAnswers() {
    keepsAnswers = true;
  }

  /** Gives the guest with its answers, or null if none was looked at. */
  @Nullable RecordingGuest recording() {
    return recording;
  }

  /** Tells whether what is looked at is itself a support bundle. */
  boolean isSupportBundle() {
    return isSupportBundle;
  }

  private static GuestConnection copy(Path root) throws RefusedException {
    try {
      return CopiedRoot.open(root);
    } catch (NotAGuestException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  private FactSet knownFacts(Surroundings around) throws RefusedException {
    return place == null || place.facts == null
        ? FactSet.empty()
        : Inputs.facts(place.facts, around);
  }
}
