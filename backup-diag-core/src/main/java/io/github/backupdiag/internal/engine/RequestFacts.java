package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Target;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.fact.backup.UnknownCode;
import io.github.backupdiag.intake.Intake;
import io.github.backupdiag.intake.IntakeResult;
import io.github.backupdiag.internal.text.Nearest;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a caller asks into facts, so that a recording tells the whole story. */
final class RequestFacts {

  private static final String REQUEST = "request";
  private static final String OF_REQUEST = REQUEST + ".";

  private final Catalog catalog;
  private final Supplier<Intake> intake;

  RequestFacts(Catalog catalog, Supplier<Intake> intake) {
    this.catalog = catalog;
    this.intake = intake;
  }

  /** Gives known facts with those of the request on top, before anybody looks at a system. */
  FactSet beforeLooking(FactSet known, DiagnosisRequest request) {
    return with(known, request, true);
  }

  /** Gives known facts with those of the request on top. */
  FactSet with(FactSet known, DiagnosisRequest request) {
    return with(known, request, false);
  }

  private FactSet with(FactSet known, DiagnosisRequest request, boolean looking) {
    FactSet.Builder facts = known.toBuilder();
    if (request.errorText() != null || !request.codes().isEmpty()) {
      addError(request, looking, facts);
    }
    if (isKnown(request.target())) {
      facts.observed(BackupFacts.TARGET, request.target(), REQUEST);
    }
    if (request.failedAt() != null) {
      facts.observed(BackupFacts.FAILED_AT, request.failedAt(), REQUEST);
    } else if (!facts.build().contains(BackupFacts.FAILED_AT)) {
      Instant failed = failedAt(facts.build());
      if (failed != null) {
        facts.observed(BackupFacts.FAILED_AT, failed, REQUEST);
      }
    }
    return facts.build();
  }

  /** By its parts: the comparison that Java makes for records is dear in a short run. */
  private static boolean isKnown(Target target) {
    return target.vm() != null || target.vault() != null || target.resourceGroup() != null;
  }

  private void addError(DiagnosisRequest request, boolean looking, FactSet.Builder facts) {
    String text = request.errorText();
    IntakeResult read = text == null ? IntakeResult.empty() : intake.get().read(text);
    addPasted(read.facts(), looking, facts);
    List<CodeMatch> matches = new ArrayList<>();
    List<UnknownCode> unknown = new ArrayList<>(read.unknownCodes());
    for (String code : request.codes()) {
      ErrorCode known = catalog.code(code);
      if (known == null) {
        unknown.add(new UnknownCode(code, Nearest.of(code, names(), 3)));
      } else {
        matches.add(given(known, code));
      }
    }
    matches.addAll(read.matches());
    facts.observed(BackupFacts.MATCHES, matches, REQUEST);
    facts.observed(BackupFacts.UNKNOWN_CODES, unknown, REQUEST);
    facts.observed(BackupFacts.INCIDENTS, read.incidents(), REQUEST);
    if (read.language() == null) {
      facts.absent(BackupFacts.INPUT_LANGUAGE, REQUEST);
    } else {
      facts.observed(BackupFacts.INPUT_LANGUAGE, read.language(), REQUEST);
    }
  }

  /** What a text says of a guest counts where nobody looked at one. */
  private static void addPasted(FactSet pasted, boolean looking, FactSet.Builder facts) {
    FactSet known = facts.build();
    boolean looks = looking || known.contains(BackupFacts.PROBE_RUNS);
    facts.putAll(
        pasted.only(id -> !known.ids().contains(id) && (!looks || id.startsWith(OF_REQUEST))));
  }

  private static CodeMatch given(ErrorCode code, String written) {
    return new CodeMatch(
        0,
        code.code(),
        code.synthetic(),
        CodeMatch.MatchedBy.CODE,
        CodeMatch.Source.GIVEN,
        null,
        1,
        written);
  }

  private List<String> names() {
    return catalog.codes().stream().map(ErrorCode::code).toList();
  }

  private static @Nullable Instant failedAt(FactSet facts) {
    List<Incident> incidents = facts.value(BackupFacts.INCIDENTS);
    return incidents == null
        ? null
        : incidents.stream()
            .map(Incident::failedAt)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
