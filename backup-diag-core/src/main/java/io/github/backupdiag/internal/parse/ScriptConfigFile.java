package io.github.backupdiag.internal.parse;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a script configuration says (ScriptRunner.py).
 *
 * @param problem {@code json}, or the key that is missing, or null if nothing is wrong
 * @param problemLine line of the problem, or 0
 * @param pre path of the script before the snapshot, may be empty; null if not given
 * @param post path of the script after it, may be empty; null if not given
 * @param timeoutSeconds limit for one script, or null
 * @param continuesOnFailure whether the backup goes on when a script fails
 */
public record ScriptConfigFile(
    @Nullable String problem,
    int problemLine,
    @Nullable String pre,
    @Nullable String post,
    @Nullable Long timeoutSeconds,
    boolean continuesOnFailure) {

  /** Where it is, unless the plug-in host names another place. */
  public static final String PATH = "/etc/azure/VMSnapshotScriptPluginConfig.json";

  private static final String PRE = "preScriptLocation";
  private static final String POST = "postScriptLocation";

  /**
   * Reads the file.
   *
   * @param text what it holds
   * @return what it says
   */
  public static ScriptConfigFile parse(String text) {
    StrictJson.Result json = StrictJson.parse(text);
    Map<String, @Nullable Object> object = json.object();
    if (object == null) {
      return refused("json", Math.max(json.problemLine(), 1));
    }
    if (!object.containsKey(PRE) || !object.containsKey(POST)) {
      return refused(object.containsKey(PRE) ? POST : PRE, 0);
    }
    return new ScriptConfigFile(
        null,
        0,
        object.get(PRE) instanceof String pre ? pre : "",
        object.get(POST) instanceof String post ? post : "",
        object.get("timeoutInSeconds") instanceof Double seconds ? seconds.longValue() : null,
        !Boolean.FALSE.equals(object.get("continueBackupOnFailure")));
  }

  private static ScriptConfigFile refused(String problem, int line) {
    return new ScriptConfigFile(problem, line, null, null, null, true);
  }
}
