package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.LocalGuest;
import io.github.backupdiag.guest.NotAGuestException;
import io.github.backupdiag.guestaccess.GuestConnection;
import java.nio.file.Path;

/** Where facts come from: this machine, a copied root, a recording, or nowhere. */
final class Sources {

  static final Option ERROR =
      Option.valued(
          "--error",
          "TEXT|-",
          "a code, a message in any language, a payload; - reads it from" + " standard input");
  static final Option ROOT =
      Option.valued(
          "--root", "DIR", "reads a mounted or copied disk of the guest, not this machine");
  static final Option FACTS =
      Option.valued(
          "--facts", "FACTS.json", "takes recorded facts, not this machine; - reads them");
  static final Option NO_GUEST = Option.flag("--no-guest", "looks into no guest");

  private Sources() {}

  /** Refuses options that exclude each other. */
  static void check(Arguments arguments) throws RefusedException {
    String first = null;
    for (Option option : new Option[] {ROOT, FACTS, NO_GUEST}) {
      if (arguments.has(option) && first != null) {
        throw arguments.refused(first + " and " + option.name() + " exclude each other");
      }
      first = arguments.has(option) ? option.name() : first;
    }
    if (!arguments.operands().isEmpty()) {
      throw arguments.refused(
          "unexpected '" + arguments.operands().get(0) + "'; give an error as --error TEXT");
    }
    if ("-".equals(arguments.value(ERROR)) && "-".equals(arguments.value(FACTS))) {
      throw arguments.refused("only one of --error and --facts can read standard input");
    }
  }

  /** Connects the guest that was chosen, if any. */
  static void connect(BackupDiagnosisBuilder diagnosis, Arguments arguments)
      throws RefusedException {
    if (!arguments.has(FACTS) && !arguments.has(NO_GUEST)) {
      diagnosis.connect(GuestConnection.class, guest(arguments));
    }
  }

  private static GuestConnection guest(Arguments arguments) throws RefusedException {
    if (!arguments.has(ROOT)) {
      LocalGuest machine = LocalGuest.open();
      return arguments.has(CommonOptions.ASSUME_AZURE) ? machine.assumeAzure() : machine;
    }
    Path root = CommonOptions.path(arguments, ROOT);
    try {
      return CopiedRoot.open(root);
    } catch (NotAGuestException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  static FactSet knownFacts(Arguments arguments, Surroundings around) throws RefusedException {
    String name = arguments.value(FACTS);
    return name == null ? FactSet.empty() : Inputs.facts(name, around);
  }
}
