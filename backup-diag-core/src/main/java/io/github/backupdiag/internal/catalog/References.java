package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that entries fit together. */
final class References {

  private References() {}

  static void checkCodes(Part<ErrorCode> codes, Part<Cause> causes, Problems problems) {
    for (Entry<ErrorCode> code : codes.written()) {
      if (code.value().causes().isEmpty()) {
        problems.add(code.place(), "code '" + code.id() + "' has no causes; name at least one");
      }
      for (String cause : code.value().causes()) {
        requireCause(cause, code, causes, problems);
      }
    }
    checkNames(codes, problems);
  }

  /** A code is found by its name and its aliases in any case, so no two may share one. */
  private static void checkNames(Part<ErrorCode> codes, Problems problems) {
    Map<String, Entry<ErrorCode>> owners = new HashMap<>(4 * codes.byId().size());
    for (Entry<ErrorCode> code : codes.written()) {
      code.value().aliases().forEach(alias -> claim(alias, code, owners, problems));
      claim(code.id(), code, owners, problems);
    }
  }

  private static void claim(
      String name, Entry<ErrorCode> code, Map<String, Entry<ErrorCode>> owners, Problems problems) {
    Entry<ErrorCode> owner = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
    if (owner != null && !owner.id().equals(code.id())) {
      problems.add(
          code.place(),
          "code '"
              + code.id()
              + "' has the name '"
              + name
              + "', which '"
              + owner.id()
              + "' at "
              + owner.place()
              + " has already; remove one");
    }
  }

  static void checkCauses(Part<Cause> causes, Part<Remediation> remediations, Problems problems) {
    for (Entry<Cause> cause : causes.entries()) {
      for (String effect : cause.value().leadsTo()) {
        requireCause(effect, cause, causes, problems);
      }
      for (String remediation : cause.value().remediations()) {
        if (remediations.find(remediation) == null) {
          problems.unknown(cause.place(), "remediation", remediation, remediations.byId().keySet());
        }
      }
      if (cause.value().remediations().isEmpty() && cause.value().kind() == Cause.Kind.FAULT) {
        problems.add(cause.place(), "cause '" + cause.id() + "' has no remediation; name one");
      }
    }
    checkAcyclic(causes, problems);
  }

  static void checkRemediations(Part<Remediation> remediations, Problems problems) {
    for (Entry<Remediation> entry : remediations.entries()) {
      Remediation remediation = entry.value();
      boolean risky = remediation.risk().compareTo(Remediation.Risk.LOW) > 0;
      boolean warned =
          !remediation.steps().isEmpty() && remediation.steps().get(0).id().endsWith("/warning");
      if (risky && !warned) {
        problems.add(
            entry.place(),
            "remediation '"
                + entry.id()
                + "' has risk "
                + remediation.risk().tag()
                + "; its first step must be the one with id 'warning'");
      }
    }
  }

  static void checkSignatures(
      Part<LogSignature> signatures, Part<Cause> causes, Problems problems) {
    for (Entry<LogSignature> entry : signatures.entries()) {
      LogSignature signature = entry.value();
      for (String cause : signature.causes()) {
        requireCause(cause, entry, causes, problems);
        requireSharedSystem("signature", entry, signature.os(), causes.find(cause), problems);
      }
      checkProof(entry, causes, problems);
    }
  }

  /** Ours must be described; a third party may name checks that it describes nowhere. */
  static void checkChecks(Part<Check> checks, Part<Cause> causes, Problems problems) {
    for (Entry<Cause> cause : causes.entries()) {
      for (String check : cause.value().checks()) {
        boolean ours = cause.place().file().startsWith(BuiltInDocuments.PREFIX);
        if (ours && checks.find(check) == null) {
          problems.unknown(cause.place(), "check", check, checks.byId().keySet());
        }
      }
    }
    for (Entry<Check> check : checks.entries()) {
      for (String cause : check.value().proves()) {
        requireCause(cause, check, causes, problems);
        requireSharedSystem("check", check, check.value().os(), causes.find(cause), problems);
      }
    }
  }

  static void checkErrors(
      Part<NumericError> errors, Part<Cause> causes, Part<ErrorCode> codes, Problems problems) {
    for (Entry<NumericError> error : errors.entries()) {
      error.value().causes().forEach(cause -> requireCause(cause, error, causes, problems));
      for (String code : error.value().codes()) {
        if (codes.find(code) == null) {
          problems.unknown(error.place(), "code", code, codes.byId().keySet());
        }
      }
    }
  }

  static void checkDefects(
      Part<KnownDefect> defects,
      Part<Cause> causes,
      Part<LogSignature> signatures,
      Problems problems) {
    for (Entry<KnownDefect> entry : defects.entries()) {
      KnownDefect defect = entry.value();
      defect.causes().forEach(cause -> requireCause(cause, entry, causes, problems));
      if (defect.causes().isEmpty()) {
        problems.add(entry.place(), "defect '" + entry.id() + "' has no causes; name one");
      }
      for (KnownDefect.Symptom symptom : defect.symptoms()) {
        requireSignature(symptom.signature(), entry, signatures, problems);
        if (symptom.with() != null) {
          requireSignature(symptom.with(), entry, signatures, problems);
        }
      }
    }
  }

  static void checkMessages(
      Part<PortalMessage> messages, Part<ErrorCode> codes, Problems problems) {
    for (Entry<PortalMessage> message : messages.entries()) {
      if (codes.find(message.value().code()) == null) {
        problems.unknown(message.place(), "code", message.value().code(), codes.byId().keySet());
      }
    }
  }

  private static void requireSignature(
      String id, Entry<?> from, Part<LogSignature> signatures, Problems problems) {
    if (!id.isEmpty() && signatures.find(id) == null) {
      problems.unknown(from.place(), "signature", id, signatures.byId().keySet());
    }
  }

  private static void requireSharedSystem(
      String kind, Entry<?> entry, Set<Os> systems, @Nullable Cause cause, Problems problems) {
    if (cause != null && Collections.disjoint(cause.os(), systems)) {
      problems.add(
          entry.place(),
          "%s '%s' of %s points to '%s', a cause of %s; remove it or correct its os"
              .formatted(kind, entry.id(), names(systems), cause.id(), names(cause.os())));
    }
  }

  private static void checkProof(Entry<LogSignature> entry, Part<Cause> causes, Problems problems) {
    LogSignature signature = entry.value();
    if (!signature.proves()) {
      return;
    }
    Cause target = signature.causes().size() == 1 ? causes.find(signature.causes().get(0)) : null;
    boolean sound =
        signature.severity().equals("error")
            && (signature.causes().size() == 1)
            && (target == null || target.kind() == Cause.Kind.FAULT);
    if (!sound) {
      problems.add(
          entry.place(),
          "signature '"
              + entry.id()
              + "' proves, so it must be an error and point to exactly one cause of kind fault");
    }
  }

  private static void requireCause(
      String id, Entry<?> from, Part<Cause> causes, Problems problems) {
    if (causes.find(id) == null) {
      problems.unknown(from.place(), "cause", id, causes.byId().keySet());
    }
  }

  private static void checkAcyclic(Part<Cause> causes, Problems problems) {
    Set<String> done = new HashSet<>();
    for (String id : causes.byId().keySet()) {
      follow(id, causes, new ArrayDeque<>(), done, problems);
    }
  }

  private static void follow(
      String id, Part<Cause> causes, Deque<String> path, Set<String> done, Problems problems) {
    if (path.contains(id)) {
      problems.add(
          causes.placeOf(id),
          "leadsTo runs in a circle: "
              + String.join(" -> ", from(id, path))
              + " -> "
              + id
              + "; take one step out");
      return;
    }
    Cause cause = causes.find(id);
    if (cause == null || done.contains(id)) {
      return;
    }
    path.addLast(id);
    cause.leadsTo().forEach(effect -> follow(effect, causes, path, done, problems));
    path.removeLast();
    done.add(id);
  }

  private static List<String> from(String id, Deque<String> path) {
    return path.stream().dropWhile(step -> !step.equals(id)).toList();
  }

  private static String names(Set<Os> systems) {
    return String.join(
        " and ", systems.stream().map(os -> os.name().toLowerCase(Locale.ROOT)).sorted().toList());
  }
}
