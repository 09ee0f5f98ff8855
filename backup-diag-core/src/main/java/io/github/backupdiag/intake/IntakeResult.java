package io.github.backupdiag.intake;

import io.github.backupdiag.fact.backup.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stub. */
public record IntakeResult(
    List<Incident> incidents,
    List<CodeMatch> matches,
    List<UnknownCode> unknownCodes,
    @Nullable String language) {
  public static IntakeResult empty() {
    return new IntakeResult(List.of(), List.of(), List.of(), null);
  }
}
