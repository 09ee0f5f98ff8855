package io.github.backupdiag.internal.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the interpreter of the agent: in its unit, or in the first line of its program. */
public final class AgentInterpreter {

  private static final Pattern START =
      Pattern.compile("(?m)^ExecStart=[-@:+!]*+(\\S*python\\S*)(?:\\s|$)");
  private static final Pattern SHEBANG =
      Pattern.compile("^#! *(\\S+)(?: +-\\S+)*(?: +(python\\S*))?");

  private AgentInterpreter() {}

  /**
   * Reads a unit file.
   *
   * @param unit its content
   * @return path of the interpreter, or null if the unit names none
   */
  public static @Nullable String inUnit(String unit) {
    Matcher matcher = START.matcher(unit);
    String last = null;
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return last != null && last.startsWith("/") ? last : null;
  }

  /**
   * Reads the first line of a program.
   *
   * @param program its beginning
   * @return paths to try, first the best; empty if the line names no interpreter
   */
  public static List<String> inShebang(String program) {
    Matcher matcher = SHEBANG.matcher(program);
    if (!matcher.find()) {
      return List.of();
    }
    String named = matcher.group(2);
    if (named != null) {
      return List.of("/usr/local/bin/" + named, "/usr/bin/" + named);
    }
    return matcher.group(1).contains("python") ? List.of(matcher.group(1)) : List.of();
  }
}
