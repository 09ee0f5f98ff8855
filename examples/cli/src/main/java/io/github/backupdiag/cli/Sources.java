package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.LocalGuest;
import io.github.backupdiag.guest.NotAGuestException;
import io.github.backupdiag.guest.OfflineBundle;
import io.github.backupdiag.guestaccess.GuestConnection;
import java.io.IOException;
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
            "reads what somebody brought of a guest: the output of 'collect-script', a log, an"
                + " archive (zip, tar, gz) or a folder of its files; - reads standard input")
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

  /** Connects the guest that was chosen, if any. */
  void connect(BackupDiagnosisBuilder diagnosis, CommonOptions common, Surroundings around)
      throws RefusedException {
    if (place == null) {
      LocalGuest machine = LocalGuest.open();
      diagnosis.connect(
          GuestConnection.class, common.assumesAzure() ? machine.assumeAzure() : machine);
    } else if (place.root != null) {
      diagnosis.connect(GuestConnection.class, copy(Inputs.path(place.root)));
    } else if (place.bundle != null) {
      OfflineBundle bundle = bundle(place.bundle, around);
      if (!bundle.isComplete()) {
        around.say(
            bundle.name() + " ends early; what it holds is used, the rest counts as not seen");
      }
      diagnosis.connect(
          GuestConnection.class, common.assumesAzure() ? bundle.assumeAzure() : bundle);
    }
  }

  private static OfflineBundle bundle(String name, Surroundings around) throws RefusedException {
    try {
      return name.equals("-")
          ? OfflineBundle.open(around.in(), "standard input")
          : OfflineBundle.open(Inputs.path(name));
    } catch (NotAGuestException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new RefusedException(name + " cannot be read: " + Inputs.why(e));
    }
  }

  private static GuestConnection copy(Path root) throws RefusedException {
    try {
      return CopiedRoot.open(root);
    } catch (NotAGuestException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  FactSet knownFacts(Surroundings around) throws RefusedException {
    return place == null || place.facts == null
        ? FactSet.empty()
        : Inputs.facts(place.facts, around);
  }
}
