package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.FipsMode;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.KernelArguments;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells whether the kernel is in FIPS mode (guest.linux.fips). */
public final class FipsModeProbe implements GuestProbe {

  private static final String SWITCH = "/proc/sys/crypto/fips_enabled";
  private static final Question<FileContent> LIVE = Question.file(SWITCH);
  private static final Question<FileContent> CMDLINE = Question.file("/proc/cmdline");

  /** What sets the arguments of the kernel at the next start. */
  private static final List<Question<FileContent>> BOOT =
      List.of(Question.file("/etc/default/grub"), Question.file("/etc/kernel/cmdline"));

  private static final Question<FileContents> ENTRIES =
      new Question.Files("/boot/loader/entries/*.conf", 20, 1 << 16);
  private static final List<Question<?>> QUESTIONS =
      Questions.all(List.of(LIVE, CMDLINE, ENTRIES), BOOT);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.fips-mode", AgentFacts.FIPS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.fips")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public FipsModeProbe() {}

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
    FileContent live = Seen.value(answers, LIVE);
    if (live != null) {
      boolean on = live.text().strip().equals("1");
      return observed(new FipsMode(on, SWITCH, 1, live.text().strip()));
    }
    boolean running =
        context.connection(GuestConnection.class).nature() == GuestConnection.Nature.LIVE;
    if (running && answers.to(LIVE) instanceof Absent<FileContent>) {
      return observed(new FipsMode(false, SWITCH, 0, ""));
    }
    List<FileContent> arguments = arguments(answers);
    for (FileContent file : arguments) {
      FipsMode mode = KernelArguments.fips(file.path(), file.text());
      if (mode != null) {
        return observed(mode);
      }
    }
    if (!arguments.isEmpty()) {
      return observed(new FipsMode(false, arguments.get(0).path(), 0, ""));
    }
    Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
    return Seen.unavailable(
        AgentFacts.FIPS,
        why != null
            ? why
            : new Unavailable<FipsMode>(
                UnavailableReason.NOT_RECORDED, "no arguments of the kernel in the copy"));
  }

  private static List<FileContent> arguments(Answers answers) {
    List<FileContent> files = new ArrayList<>();
    Stream.concat(Stream.of(CMDLINE), BOOT.stream())
        .map(question -> Seen.value(answers, question))
        .filter(Objects::nonNull)
        .forEach(files::add);
    FileContents entries = Seen.value(answers, ENTRIES);
    files.addAll(entries == null ? List.of() : entries.files());
    return files;
  }

  private static Observations observed(FipsMode mode) {
    return Observations.builder().observed(AgentFacts.FIPS, mode, mode.path()).build();
  }
}
