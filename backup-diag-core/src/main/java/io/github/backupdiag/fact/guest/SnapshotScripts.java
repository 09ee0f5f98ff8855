package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that the extension runs before and after the snapshot, and what configures them.
 *
 * @param config the script configuration
 * @param problem {@code json}, or the key that its content lacks; null if nothing is wrong with it,
 *     or if it was not read
 * @param problemLine line of the problem, from 1; 0 if none
 * @param hosts configurations of the plug-in host: in {@code /etc/azure}, else of the extension
 * @param hostProblem what in the one in use cannot be read, to the letter; null if nothing
 * @param host what the one in use says; null if none could be read
 * @param scripts the scripts that the configuration names, before and after
 * @param timeoutSeconds limit for one script; null if not set
 * @param continuesOnFailure whether the backup goes on when a script fails
 */
public record SnapshotScripts(
    ScriptFile config,
    @Nullable String problem,
    int problemLine,
    List<ScriptFile> hosts,
    @Nullable String hostProblem,
    @Nullable Host host,
    List<ScriptFile> scripts,
    @Nullable Long timeoutSeconds,
    boolean continuesOnFailure) {

  /**
   * Copies the lists.
   *
   * @param config the script configuration
   * @param problem what is wrong with its content
   * @param problemLine line of the problem
   * @param hosts configurations of the plug-in host
   * @param hostProblem what is wrong with the content of the one in use
   * @param host what the one in use says
   * @param scripts the scripts
   * @param timeoutSeconds limit for one script
   * @param continuesOnFailure whether the backup goes on when a script fails
   */
  public SnapshotScripts {
    hosts = List.copyOf(hosts);
    scripts = List.copyOf(scripts);
  }

  /**
   * What the plug-in host is told (PluginHost.py).
   *
   * @param plugins how many plug-ins it starts; none means that no script is run
   * @param timeoutSeconds when it stops them; null if not set, which means 1800
   */
  public record Host(long plugins, @Nullable Long timeoutSeconds) {}

  /** Whether a file is there. */
  public enum State {
    /** A regular file, also behind a link. */
    PRESENT,
    /** Nothing is there, or no regular file. */
    ABSENT,
    /** It could not be told. */
    UNKNOWN
  }

  /** What a file is for; each has rules of its own about owner and mode. */
  public enum Role {
    /** The script configuration: of root, not executable, nothing for group and others. */
    CONFIG,
    /** The configuration of the plug-in host: of root, group and others at most read. */
    HOST,
    /** The script before the snapshot: of root, nothing for group and others. */
    PRE,
    /** The script after the snapshot: of root, nothing for group and others. */
    POST
  }

  /**
   * A file of the feature.
   *
   * @param role what it is for
   * @param path where it is, or where it should be; may be empty for a script
   * @param state whether it is there
   * @param owner user id of the owner; null if not known
   * @param mode permission bits; null if not known
   */
  public record ScriptFile(
      Role role, String path, State state, @Nullable Integer owner, @Nullable Integer mode) {

    /**
     * Tells whether owner or mode is known to break the rule of its role (PluginHost.py,
     * ScriptRunner.py).
     *
     * @return false if both are right or not known
     */
    public boolean hasWrongRights() {
      return (owner != null && owner != 0) || (mode != null && isWrong(mode));
    }

    /**
     * Tells whether owner and mode are known.
     *
     * @return false if one of them is not
     */
    public boolean hasKnownRights() {
      return owner != null && mode != null;
    }

    /**
     * Gives owner and mode for people.
     *
     * @return such as {@code uid 1000, mode 644}
     */
    public String rights() {
      return "uid "
          + (owner == null ? "?" : owner)
          + ", mode "
          + (mode == null ? "?" : Integer.toOctalString(mode));
    }

    private boolean isWrong(int bits) {
      return switch (role) {
        case CONFIG -> (bits & 0100) != 0 || (bits & 077) != 0;
        case HOST -> (bits & 033) != 0;
        case PRE, POST -> (bits & 077) != 0;
      };
    }
  }
}
