package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.intake.payload.Passage;
import io.github.backupdiag.internal.intake.payload.Payload;
import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import io.github.backupdiag.internal.intake.payload.Role;

/**
 * What a payload says of one failure, as a text that codes and messages are recognised in. What
 * somebody is told to do is left out: it names what may be wrong, not what is.
 */
public final class IncidentText {

  private IncidentText() {}

  /**
   * Gives the text of an incident; what belongs to none or to several belongs to each.
   *
   * @param payload the input
   * @param incident number of the incident
   * @return its codes, messages and other texts
   */
  public static String of(Payload payload, int incident) {
    StringBuilder text = new StringBuilder(isOfBackup(payload.kind()) ? "backup\n" : "");
    for (Passage passage : payload.passages()) {
      boolean wanted = passage.incident() == incident || passage.incident() == Passage.NO_INCIDENT;
      if (wanted && passage.role() == Role.ERROR_CODE) {
        // A number is one of the extension's own only beside its name.
        text.append(payload.kind() == Kind.EXTENSION_STATUS ? "VMSnapshot " : "")
            .append("\"errorCode\": \"")
            .append(passage.text())
            .append("\"\n\n");
      } else if (wanted && passage.role() != Role.RECOMMENDATION) {
        text.append(passage.text()).append("\n\n");
      }
    }
    return text.toString();
  }

  /**
   * Gives the text of all failures, each passage on its line of the input as far as it fits.
   *
   * @param payload the input
   * @return its messages and other texts
   */
  public static String inPlace(Payload payload) {
    StringBuilder text = new StringBuilder();
    int line = 1;
    for (Passage passage : payload.passages()) {
      if (passage.role() == Role.RECOMMENDATION || passage.role() == Role.ERROR_CODE) {
        continue;
      }
      for (; line < passage.line(); line++) {
        text.append('\n');
      }
      text.append(passage.text()).append('\n');
      line += 1 + (int) passage.text().chars().filter(c -> c == '\n').count();
    }
    return text.toString();
  }

  /** Records of a vault speak of backups even where no word of theirs does. */
  private static boolean isOfBackup(Payload.Kind kind) {
    return switch (kind) {
      case EXTENSION_STATUS, BACKUP_JOB, POWERSHELL_JOB, PROTECTED_ITEM, LOG_ROWS -> true;
      default -> false;
    };
  }
}
