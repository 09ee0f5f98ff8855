package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.MachineConfig;
import io.github.backupdiag.fact.guest.MachineConfig.State;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code machine.config}: whether its elements are closed in order, and whether one outside
 * of comments is that of a debugger. Finer rules of XML are not judged, so that nothing sound is
 * called broken.
 */
public final class MachineConfigFile {

  private final String path;
  private final String text;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean anyElement;
  private @Nullable MachineConfig fault;

  private MachineConfigFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  /**
   * Reads the file.
   *
   * @param path where it was found
   * @param text its text
   * @param complete false if only its beginning was read
   * @return what is to be said of it, or null if its beginning does not tell, or it is not written
   *     in UTF-8
   */
  public static @Nullable MachineConfig parse(String path, String text, boolean complete) {
    boolean wide = text.indexOf('\0') >= 0 || text.indexOf('\ufffd') >= 0;
    return wide ? null : new MachineConfigFile(path, text).read(complete);
  }

  private @Nullable MachineConfig read(boolean complete) {
    int at = 0;
    while (fault == null && (at = text.indexOf('<', at)) >= 0) {
      int end = end(at);
      if (end < 0) {
        return complete ? broken(at, "") : null;
      }
      tag(at, end);
      at = end;
    }
    if (fault != null) {
      return fault;
    }
    if (!complete) {
      return null;
    }
    return anyElement && open.isEmpty()
        ? new MachineConfig(State.SOUND, path, 0, "")
        : broken(text.length(), "");
  }

  /** Gives the place behind what begins here, or -1 if it has no end. */
  private int end(int at) {
    if (text.startsWith("<!--", at)) {
      return behind("-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return behind("]]>", at + 9);
    }
    if (text.startsWith("<?", at)) {
      return behind("?>", at + 2);
    }
    char quote = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    return -1;
  }

  private int behind(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length();
  }

  private void tag(int at, int end) {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : '!';
    if (kind == '!' || kind == '?') {
      return;
    }
    String tag = text.substring(at, end);
    String name = name(tag, kind == '/' ? 2 : 1);
    anyElement = true;
    if (kind == '/') {
      if (!name.equals(open.poll())) {
        fault = broken(at, tag);
      }
    } else if (tag.contains(MachineConfig.DEBUGGER)) {
      fault = new MachineConfig(State.DEBUGGED, path, line(at), Excerpt.of(tag));
    } else if (!tag.endsWith("/>")) {
      open.push(name);
    }
  }

  private static String name(String tag, int from) {
    int end = from;
    while (end < tag.length() && " \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
      end++;
    }
    return tag.substring(from, end);
  }

  private MachineConfig broken(int at, String tag) {
    return new MachineConfig(State.BROKEN, path, line(at), Excerpt.of(tag));
  }

  private long line(int at) {
    return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
