package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.BootScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What starts the agent at boot: links of systemd, System V and OpenRC, jobs of upstart, the
 * switches of Debian and FreeBSD.
 */
final class BootPlaces {

  private static final List<String> WANTS =
      List.of(
          "/etc/systemd/system/*.wants/",
          "/etc/systemd/system/*.requires/",
          "/usr/lib/systemd/system/*.wants/",
          "/usr/lib/systemd/system/*.requires/",
          "/lib/systemd/system/*.wants/");

  /** Debian, Red Hat and old SUSE keep the levels in different folders. */
  private static final List<String> LEVELS =
      Stream.of("/etc/rc%d.d/S*", "/etc/rc.d/rc%d.d/S*", "/etc/init.d/rc%d.d/S*")
          .flatMap(folder -> Stream.of(2, 3, 5).map(level -> folder.formatted(level)))
          .toList();

  private static final String RUNLEVELS = "/etc/runlevels/*/";

  private static final Question<FileContents> PRESETS =
      new Question.Files("/usr/lib/systemd/system-preset/*.preset", 50, 1 << 16);

  /** The switch that the scripts of Debian and Ubuntu ask, whatever the name of the service. */
  private static final Question<FileContent> DEFAULTS = Question.file("/etc/default/walinuxagent");

  private static final List<Question<FileContent>> RC_CONF =
      List.of(Question.file("/etc/rc.conf"), Question.file("/etc/rc.conf.local"));

  private BootPlaces() {}

  /** All that may be asked. */
  static List<Question<?>> questions() {
    List<Question<?>> all = new ArrayList<>(Questions.all(List.of(PRESETS, DEFAULTS), RC_CONF));
    for (String name : UnitFiles.NAMES) { // the scripts themselves are among the places of units
      all.addAll(links(name));
      all.add(job(name));
      all.add(override(name));
    }
    return all;
  }

  /** Links that make a service start, of all systems. */
  static List<Question<PathEntries>> links(String name) {
    List<Question<PathEntries>> links = new ArrayList<>();
    WANTS.forEach(folder -> links.add(Question.listing(folder + name + ".service")));
    LEVELS.forEach(level -> links.add(Question.listing(level + name)));
    links.add(Question.listing(RUNLEVELS + name));
    return links;
  }

  /** The link that makes a service start, or null. */
  static @Nullable PathEntry link(String name, Answers answers) {
    for (Question<PathEntries> question : links(name)) {
      PathEntries entries = Seen.value(answers, question);
      if (entries != null && !entries.entries().isEmpty()) {
        return entries.entries().get(0);
      }
    }
    return null;
  }

  private static Question<FileContent> job(String name) {
    return Question.file("/etc/init/" + name + ".conf");
  }

  private static Question<FileContent> override(String name) {
    return Question.file("/etc/init/" + name + ".override");
  }

  private static Question<PathEntry> bsd(String name) {
    return Question.stat("/usr/local/etc/rc.d/" + name);
  }

  /** The script or job of a service on a system without systemd, or null. */
  static @Nullable String script(String name, Answers answers) {
    FileContent job = Seen.value(answers, job(name));
    PathEntry bsd = Seen.value(answers, bsd(name));
    PathEntry script = Seen.value(answers, UnitFiles.script(name));
    if (job != null) {
      return job.path();
    }
    return bsd != null ? bsd.path() : script == null ? null : script.path();
  }

  /** What starts that script or job without a link, or null. */
  static @Nullable String starter(String name, Answers answers) {
    FileContent job = Seen.value(answers, job(name));
    FileContent override = Seen.value(answers, override(name));
    if (job != null) {
      String more = override == null ? "" : override.text();
      return BootScripts.isStartedByUpstart(job.text(), more) ? job.path() : null;
    }
    if (Seen.value(answers, bsd(name)) != null) {
      for (Question<FileContent> config : RC_CONF) {
        FileContent file = Seen.value(answers, config);
        if (file != null && BootScripts.isEnabledInRcConf(file.text(), name)) {
          return file.path();
        }
      }
    }
    return null;
  }

  /** The file that switches scripts off, whatever starts them, or null. */
  static @Nullable String switchedOff(Answers answers) {
    FileContent defaults = Seen.value(answers, DEFAULTS);
    return defaults != null && BootScripts.isSwitchedOff(defaults.text()) ? defaults.path() : null;
  }

  /** A system whose /etc began empty starts what its presets name. */
  static @Nullable String preset(String name, Answers answers) {
    FileContents presets = Seen.value(answers, PRESETS);
    for (FileContent file : presets == null ? List.<FileContent>of() : presets.files()) {
      if (file.text()
          .lines()
          .anyMatch(line -> line.strip().equals("enable " + name + ".service"))) {
        return file.path();
      }
    }
    return null;
  }
}
