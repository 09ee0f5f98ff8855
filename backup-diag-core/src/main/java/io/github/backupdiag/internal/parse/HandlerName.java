package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.BackupExtension;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which extension a line of the agent's log speaks of: {@code Event: name=X, op=Enable},
 * {@code [X-1.2.3.4]}, or the folder of its command (log-formats.md, section 1).
 */
public final class HandlerName {

  private static final String NAME = "([A-Za-z]\\w{0,60}(?:\\.\\w{1,60}){1,8}?)";
  private static final Pattern EVENT = Pattern.compile("Event: name=" + NAME + ",");
  private static final Pattern PREFIX = Pattern.compile("\\[" + NAME + "-\\d{1,6}(?:\\.\\d{1,9})");
  private static final Pattern FOLDER =
      Pattern.compile("/" + NAME + "-\\d{1,6}(?:\\.\\d{1,9}){1,3}/");

  private static final Set<String> OF_BACKUP =
      Set.of(BackupExtension.HANDLER, "Microsoft.Azure.RecoveryServices.VMSnapshot");

  private HandlerName() {}

  /**
   * Reads a line.
   *
   * @param line any line
   * @return publisher and type, empty if it names no extension
   */
  public static String in(String line) {
    for (Pattern pattern : new Pattern[] {EVENT, PREFIX, FOLDER}) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return "";
  }

  /**
   * Tells whether a line says how a command of an extension ended that is not the backup's. Its
   * number says nothing of the backup.
   *
   * @param signature id of the signature that was found in the line
   * @param line the line
   * @return false if the line names no extension
   */
  public static boolean isExitOfNeighbour(String signature, String line) {
    if (!signature.startsWith("wa-nonzero") && !signature.equals("wa-timeout")) {
      return false;
    }
    String name = in(line);
    return !name.isEmpty() && !OF_BACKUP.contains(name);
  }
}
