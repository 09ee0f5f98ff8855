package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import java.util.List;

/** A part for each kind of entry; those that others point to come first. */
record Parts(
    Part<Remediation> remediations,
    Part<Cause> causes,
    Part<ErrorCode> codes,
    Part<LogSignature> signatures,
    Part<KnownDefect> defects,
    Part<Check> checks,
    Part<NumericError> errors,
    Part<PortalMessage> messages) {

  static Parts empty() {
    return new Parts(
        new Part<>("remediations", EntryReader::remediation),
        new Part<>("causes", EntryReader::cause),
        new Part<>("codes", EntryReader::code),
        new Part<>("signatures", EntryReader::signature),
        new Part<>("defects", DefectReader::defect),
        new Part<>("checks", CheckReader::check),
        new Part<>("errors", NumberReader::error),
        new Messages());
  }

  List<Part<?>> all() {
    return List.of(remediations, causes, codes, signatures, defects, checks, errors, messages);
  }

  /** Checks that the entries of all kinds fit together. */
  void check(Problems problems) {
    References.checkRemediations(remediations, problems);
    References.checkCauses(causes, remediations, problems);
    References.checkCodes(codes, causes, problems);
    References.checkSignatures(signatures, causes, problems);
    References.checkDefects(defects, causes, signatures, problems);
    References.checkChecks(checks, causes, problems);
    References.checkErrors(errors, causes, codes, problems);
    References.checkMessages(messages, codes, problems);
  }
}
