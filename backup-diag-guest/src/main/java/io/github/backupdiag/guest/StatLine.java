package io.github.backupdiag.guest;

import io.github.backupdiag.guestaccess.PathEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a tool says of a path: {@code stat -c} of GNU and busybox, {@code ls -ldn} where
 * there is none, and that of our script on Windows. Null for a line that is none.
 */
final class StatLine {

  private static final Pattern STAT =
      Pattern.compile("([0-9a-f]{1,8}) (\\d{1,10}) (\\d{1,10}) (\\d{1,18}) (-?\\d{1,18}) (.+)");

  /** Mode, links, owner, group, size or numbers of a device, time of three words, path. */
  private static final Pattern LIST =
      Pattern.compile(
          "([-dlbcps])([-rwxsStT]{9})\\S? +\\d+ +(\\d{1,10}) +(\\d{1,10}) +(?:\\d+, *)?(\\d{1,18})"
              + " +\\S+ +\\S+ +\\S+ (.+)");

  private static final Pattern WINDOWS = Pattern.compile("([FDL]) (\\d{1,18}) (-?\\d{1,18}) (.+)");
  private static final String ARROW = " -> ";
  private static final int TYPE = 0170000;
  private static final int RIGHTS = 07777;

  private StatLine() {}

  static @Nullable PathEntry ofStat(String line) {
    Matcher stat = STAT.matcher(line);
    if (!stat.matches()) {
      return null;
    }
    int mode = Integer.parseUnsignedInt(stat.group(1), 16);
    PathEntry.Type type =
        switch (mode & TYPE) {
          case 0100000 -> PathEntry.Type.FILE;
          case 0040000 -> PathEntry.Type.DIRECTORY;
          case 0120000 -> PathEntry.Type.LINK;
          default -> PathEntry.Type.OTHER;
        };
    long time = Long.parseLong(stat.group(5));
    return entry(
        type, stat.group(6), stat.group(2), mode & RIGHTS, stat.group(4), Long.toString(time));
  }

  static @Nullable PathEntry ofList(String line) {
    Matcher list = LIST.matcher(line);
    if (!list.matches()) {
      return null;
    }
    PathEntry.Type type =
        switch (list.group(1)) {
          case "-" -> PathEntry.Type.FILE;
          case "d" -> PathEntry.Type.DIRECTORY;
          case "l" -> PathEntry.Type.LINK;
          default -> PathEntry.Type.OTHER;
        };
    return entry(type, list.group(6), list.group(3), mode(list.group(2)), list.group(5), "");
  }

  /** Size and path. */
  static String[] sizeOfList(String line) {
    Matcher list = LIST.matcher(line);
    return list.matches() ? new String[] {list.group(5), list.group(6)} : new String[0];
  }

  static @Nullable PathEntry ofWindows(String line) {
    Matcher entry = WINDOWS.matcher(line);
    if (!entry.matches()) {
      return null;
    }
    PathEntry.Type type =
        switch (entry.group(1)) {
          case "F" -> PathEntry.Type.FILE;
          case "D" -> PathEntry.Type.DIRECTORY;
          default -> PathEntry.Type.LINK;
        };
    long size = type == PathEntry.Type.FILE ? Long.parseLong(entry.group(2)) : 0;
    return new PathEntry(
        entry.group(4), type, size, null, null, null, CollectedRecords.instant(entry.group(3)));
  }

  private static PathEntry entry(
      PathEntry.Type type, String shown, String owner, int mode, String size, String time) {
    boolean link = type == PathEntry.Type.LINK;
    int arrow = link ? arrow(shown) : -1;
    String path = unquoted(arrow < 0 ? shown : shown.substring(0, arrow));
    long id = Long.parseLong(owner);
    return new PathEntry(
        path,
        type,
        type == PathEntry.Type.FILE ? Long.parseLong(size) : 0,
        arrow < 0 ? null : unquoted(shown.substring(arrow + ARROW.length())),
        id > Integer.MAX_VALUE ? null : (int) id,
        mode,
        CollectedRecords.instant(time));
  }

  /** Between quotes where the tool sets any, else the first one: our paths hold none. */
  private static int arrow(String shown) {
    int quoted = shown.startsWith("'") ? shown.indexOf("' -> '") : -1;
    return quoted < 0 ? shown.indexOf(ARROW) : quoted + 1;
  }

  private static String unquoted(String name) {
    boolean quoted =
        name.length() > 1
            && ((name.startsWith("'") && name.endsWith("'"))
                || (name.startsWith("\"") && name.endsWith("\"")));
    return quoted ? name.substring(1, name.length() - 1) : name;
  }

  private static int mode(String letters) {
    int mode = 0;
    for (int i = 0; i < letters.length(); i++) {
      boolean set = "rwxst".indexOf(letters.charAt(i)) >= 0;
      mode = mode << 1 | (set ? 1 : 0);
    }
    return mode
        | special(letters, 2, 04000)
        | special(letters, 5, 02000)
        | special(letters, 8, 01000);
  }

  private static int special(String letters, int at, int bit) {
    return "sStT".indexOf(letters.charAt(at)) >= 0 ? bit : 0;
  }
}
