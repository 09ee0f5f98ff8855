package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.LegacyRelease;
import io.github.backupdiag.internal.parse.OsRelease;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which Linux it is. */
public final class OsProbe implements GuestProbe {

  private static final List<Question<FileContent>> RELEASES =
      List.of(Question.file("/etc/os-release"), Question.file("/usr/lib/os-release"));

  /**
   * For systems that are older than os-release; the more exact comes first: Oracle's and CentOS's
   * carry Red Hat's file, too, and Ubuntu Debian's.
   */
  private static final List<Question<FileContent>> LEGACY =
      Stream.of(
              "/etc/oracle-release",
              "/etc/centos-release",
              "/etc/redhat-release",
              "/etc/system-release",
              "/etc/mariner-release",
              "/etc/SuSE-release",
              "/etc/alpine-release",
              "/etc/lsb-release",
              "/etc/debian_version",
              "/bin/freebsd-version")
          .map(Question::file)
          .toList();

  private static final List<Question<FileContent>> FILES =
      Stream.concat(RELEASES.stream(), LEGACY.stream()).toList();

  /** Files that exist on Linux alone, for a copy that left os-release out. */
  private static final List<Question<PathEntry>> LINUX =
      List.of(
          Question.stat("/etc/waagent.conf"),
          Question.stat("/var/log/waagent.log"),
          Question.stat("/var/lib/dpkg/status"));

  private static final List<Question<PathEntry>> WINDOWS =
      Questions.stats("C:/Windows/System32", "C:/WindowsAzure");
  private static final GuestOs UNNAMED = new GuestOs(GuestOs.Family.LINUX, "", "", List.of(), "");

  private static final List<Question<?>> QUESTIONS = Questions.all(FILES, LINUX, WINDOWS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.os", GuestFacts.OS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.os")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public OsProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    Observations named = named(answers);
    if (named != null) {
      return named;
    }
    for (Question<PathEntry> trace : LINUX) {
      PathEntry entry = Seen.value(answers, trace);
      if (entry != null) {
        return observed(UNNAMED, entry.path());
      }
    }
    if (WINDOWS.stream().anyMatch(folder -> Seen.value(answers, folder) != null)) {
      return Seen.unavailable(
          GuestFacts.OS, new Unavailable<GuestOs>(UnavailableReason.NOT_RECORDED, "no Linux"));
    }
    return Seen.nothing(GuestFacts.OS, answers, FILES, "/etc/os-release");
  }

  /** A file that gives no id is believed only where no other names the system. */
  private static @Nullable Observations named(Answers answers) {
    Observations withoutId = null;
    for (Question<FileContent> release : FILES) {
      FileContent file = Seen.value(answers, release);
      GuestOs os = file == null ? null : parse(file);
      if (file != null && os != null) {
        if (!os.id().isEmpty()) {
          return observed(os, file.path());
        }
        withoutId = withoutId == null ? observed(os, file.path()) : withoutId;
      }
    }
    return withoutId;
  }

  private static @Nullable GuestOs parse(FileContent file) {
    return file.path().endsWith("/os-release")
        ? OsRelease.parse(file.text())
        : LegacyRelease.parse(file.path(), file.text());
  }

  private static Observations observed(GuestOs os, String source) {
    return Observations.builder().observed(GuestFacts.OS, os, source).build();
  }
}
