package io.github.backupdiag.internal.parse;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an agent process from an editor, a search or a reader of its log, by its arguments. */
public final class AgentCommandLine {

  /** What a process is. */
  public enum Role {
    /** The daemon of the agent. */
    DAEMON,
    /** The process of the agent that handles extensions. */
    EXTENSION_HANDLER,
    /** Anything else. */
    OTHER
  }

  private static final Pattern PYTHON = Pattern.compile("(platform-)?python[0-9.]*");
  private static final Pattern AGENT = Pattern.compile("waagent[0-9.]*|WALinuxAgent-[^/]*\\.egg");

  /** The agent itself takes dashes and slashes in front of a command (agent.py, parse_args). */
  private static final Pattern DAEMON = Pattern.compile("[-/]*(daemon|start)");

  /** Options of Python that take the next argument. */
  private static final Set<String> WITH_VALUE = Set.of("-X", "-W");

  private static final Pattern HANDLER = Pattern.compile("[-/]*run-exthandlers");

  private AgentCommandLine() {}

  /**
   * Judges a process.
   *
   * @param arguments program and arguments
   * @return its role
   */
  public static Role of(List<String> arguments) {
    int program = agentAt(arguments);
    if (program < 0) {
      return Role.OTHER;
    }
    for (String argument : arguments.subList(program + 1, arguments.size())) {
      if (HANDLER.matcher(argument).matches()) {
        return Role.EXTENSION_HANDLER;
      }
      if (DAEMON.matcher(argument).matches()) {
        return Role.DAEMON;
      }
    }
    return Role.OTHER;
  }

  /** Position of the agent's program: the first argument, or the script of a Python. */
  private static int agentAt(List<String> arguments) {
    if (arguments.isEmpty()) {
      return -1;
    }
    int at = 0;
    if (PYTHON.matcher(name(arguments.get(0))).matches()) {
      do {
        at += WITH_VALUE.contains(arguments.get(at)) ? 2 : 1;
      } while (at < arguments.size() && arguments.get(at).startsWith("-"));
    }
    return at < arguments.size() && AGENT.matcher(name(arguments.get(at))).matches() ? at : -1;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
