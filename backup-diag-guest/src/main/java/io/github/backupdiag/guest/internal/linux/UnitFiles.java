package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where systemd, System V and OpenRC keep the service of the agent. */
final class UnitFiles {

  /** Debian and Ubuntu use the first name, others the second; images use either. */
  static final List<String> NAMES = List.of("walinuxagent", "waagent");

  /** In the order in which systemd looks; the first file of a name counts (systemd.unit(5)). */
  static final List<String> IN_ORDER =
      List.of(
          "/etc/systemd/system/",
          "/run/systemd/system/",
          "/usr/local/lib/systemd/system/",
          "/usr/lib/systemd/system/",
          "/lib/systemd/system/");

  private static final List<String> FOLDERS =
      List.of(
          "/etc/systemd/system/",
          "/usr/local/lib/systemd/system/",
          "/usr/lib/systemd/system/",
          "/lib/systemd/system/");

  private UnitFiles() {}

  static List<Question<PathEntry>> units(String name) {
    return FOLDERS.stream().map(folder -> Question.stat(folder + name + ".service")).toList();
  }

  private static List<Question<PathEntry>> inOrder(String name) {
    return IN_ORDER.stream().map(folder -> Question.stat(folder + name + ".service")).toList();
  }

  static Question<PathEntry> script(String name) {
    return Question.stat("/etc/init.d/" + name);
  }

  /** Scripts of System V and OpenRC, of FreeBSD, and jobs of upstart. */
  static List<Question<PathEntry>> scripts(String name) {
    return List.of(
        script(name),
        Question.stat("/usr/local/etc/rc.d/" + name),
        Question.stat("/etc/init/" + name + ".conf"));
  }

  /** All places of a unit or script. */
  static List<Question<?>> places() {
    List<Question<?>> places = new ArrayList<>();
    for (String name : NAMES) {
      places.addAll(units(name));
      places.addAll(scripts(name));
    }
    return places;
  }

  /** All places of a unit, a script or a mask. */
  static List<Question<?>> placesAndMasks() {
    List<Question<?>> all = places();
    for (String name : NAMES) {
      all.addAll(Questions.open(inOrder(name), all));
    }
    return all;
  }

  /** The unit file of a name, or null; a mask is none. */
  static @Nullable PathEntry unit(String name, Answers answers) {
    for (Question<PathEntry> question : units(name)) {
      PathEntry entry = Seen.value(answers, question);
      if (entry != null && !isMask(entry) && entry.type() != PathEntry.Type.DIRECTORY) {
        return entry;
      }
    }
    return null;
  }

  /** The file that masks a unit, or null; a real file in a folder before it wins. */
  static @Nullable PathEntry mask(String name, Answers answers) {
    for (Question<PathEntry> question : inOrder(name)) {
      PathEntry entry = Seen.value(answers, question);
      if (entry != null) {
        return isMask(entry) ? entry : null;
      }
    }
    return null;
  }

  /** True if a unit is only another name of one of the agent's other units. */
  static boolean isAlias(PathEntry unit) {
    String target = unit.linkTarget();
    return target != null
        && NAMES.stream().anyMatch(name -> target.endsWith(name + ".service"))
        && !target.endsWith(unit.path().substring(unit.path().lastIndexOf('/')))
        && !target.equals(unit.path().substring(unit.path().lastIndexOf('/') + 1));
  }

  /** A link to {@code /dev/null} or an empty file (systemd.unit(5)). */
  private static boolean isMask(PathEntry entry) {
    String target = entry.linkTarget();
    return target == null
        ? entry.type() == PathEntry.Type.FILE && entry.size() == 0
        : target.equals("/dev/null") || target.endsWith("../dev/null");
  }
}
