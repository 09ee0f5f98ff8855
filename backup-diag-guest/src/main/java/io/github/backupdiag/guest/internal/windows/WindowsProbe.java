package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.AccessNeed;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.util.List;

/** A probe that asks a Windows guest only. On another system its facts are not there. */
abstract class WindowsProbe implements GuestProbe {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ProbeDescriptor descriptor;

  /**
   * Makes a probe.
   *
   * @param descriptor from {@link #describe}
   */
  WindowsProbe(ProbeDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** Describes a probe that needs to know the system and may start a process. */
  static ProbeDescriptor describe(String id, FactKey<?>... provides) {
    return ProbeDescriptor.of(id, provides)
        .withNeeds(GuestFacts.OS)
        .withConnections(GuestConnection.class)
        .withCost(ProbeDescriptor.Cost.MODERATE)
        .withTimeout(TIMEOUT);
  }

  /** Access needs that name what these questions read. */
  static AccessNeed[] needs(List<? extends Question<?>> questions) {
    return Questions.needs(questions);
  }

  /** What to ask; what was asked before is left out by the caller. */
  abstract List<? extends Question<?>> questions(Answers soFar, ProbeContext context);

  /** Turns the answers of a Windows guest into facts. */
  abstract Observations look(Answers answers, ProbeContext context);

  @Override
  public final ProbeDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public final List<Question<?>> next(Answers soFar) {
    return List.of(); // it takes the system to know what to ask
  }

  @Override
  public final List<Question<?>> next(Answers soFar, ProbeContext context) {
    return isOn(GuestOs.Family.WINDOWS, context)
        ? Questions.open(questions(soFar, context), soFar)
        : List.of();
  }

  @Override
  public final Observations read(Answers answers, ProbeContext context) {
    if (isOn(GuestOs.Family.WINDOWS, context)) {
      return look(answers, context);
    }
    Observations.Builder nothing = Observations.builder();
    for (FactKey<?> key : descriptor.provides()) {
      if (isOn(GuestOs.Family.LINUX, context)) {
        nothing.absent(key, "Windows");
      } else {
        nothing.unavailable(
            key, UnavailableReason.NOT_RECORDED, "the guest is not known to be Windows");
      }
    }
    return nothing.build();
  }

  static boolean isLive(ProbeContext context) {
    return context.connection(GuestConnection.class).nature() == GuestConnection.Nature.LIVE;
  }

  private static boolean isOn(GuestOs.Family family, ProbeContext context) {
    return context.get(GuestFacts.OS) instanceof Observed<GuestOs> os
        && os.value().family() == family;
  }
}
