package io.github.backupdiag.internal.intake.payload;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read, one line each. */
final class Problems {

  private static final int MOST = 20;

  private final Set<String> lines = new LinkedHashSet<>();

  void add(String line) {
    if (lines.size() < MOST) {
      lines.add(line);
    }
  }

  void tooLong(int characters) {
    add("the input is too long: only its first " + characters + " characters were read");
  }

  void tooMuch(int line) {
    add("line " + line + ": the input holds too many values: what follows was not read");
  }

  void tooDeep(int line) {
    add(
        "line "
            + line
            + ": the JSON is nested more than 100 levels deep: what lies deeper was left out");
  }

  void damaged(int line, boolean atEnd) {
    add(
        atEnd
            ? "line " + line + ": the JSON is cut off: what stands before was read"
            : "line " + line + ": the JSON is damaged: what follows was read as text");
  }

  void ofNoVm(int line, String type) {
    String name = type.replaceAll("[^\\w .-]", "");
    add(
        "line "
            + line
            + ": a job of type "
            + name
            + " protects no VM as a whole: only the backup of VMs is explained");
  }

  List<String> all() {
    return List.copyOf(lines);
  }
}
