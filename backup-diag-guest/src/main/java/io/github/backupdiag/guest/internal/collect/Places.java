package io.github.backupdiag.guest.internal.collect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names that stand in questions for what only the guest knows. Some are numbers, since a probe
 * takes nothing else for a version, a process or a host; {@link #named} turns those into a wildcard
 * or a name in braces. The scripts know what each name in braces stands for.
 */
final class Places {

  /** The agent's folder. */
  static final String LIB = "/{lib}";

  /** A mount point that the backup freezes. */
  static final String MOUNT = "/{mount}";

  /** A script that runs before or after a snapshot. */
  static final String SCRIPT = "/{script}";

  /** The configuration of those scripts. */
  static final String SCRIPT_CONFIG = "/{script-config}";

  /** Any name; no guest has this number. */
  static final String ANY = "987654301";

  /** Any version. */
  static final String ANY_VERSION = ANY + ".1";

  /** A process that holds a lock on a file. */
  static final String LOCKER_ID = "987654302";

  /** A process of the agent. */
  static final String AGENT_ID = "987654303";

  /** The host of the storage that the newest settings name. */
  static final String STORAGE_HOST = "987654304.blob.core.windows.net";

  /** A file of variables that a unit of the agent names. */
  static final String VARIABLES_FILE = "/etc/default/987654305";

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put(ANY_VERSION, "*");
    NAMES.put(ANY, "*");
    NAMES.put(LOCKER_ID, "{locker}");
    NAMES.put(AGENT_ID, "{agent}");
    NAMES.put(STORAGE_HOST, "{storage}");
    NAMES.put(VARIABLES_FILE, "/{variables}");
  }

  private Places() {}

  /** Gives the path or host that a probe asked for, with wildcards and names in braces. */
  static String named(String asked) {
    String named = asked;
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      named = named.replace(name.getKey(), name.getValue());
    }
    return named;
  }
}
