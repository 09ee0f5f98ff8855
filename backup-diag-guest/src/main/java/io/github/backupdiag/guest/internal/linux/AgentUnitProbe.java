package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.UnitConditions;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the agent's service starts at boot (guest.linux.agent.enabled): by systemd, with
 * its masks, drop-ins and conditions, or by what was there before.
 */
public final class AgentUnitProbe implements GuestProbe {

  /** Paths that conditions of the agent's units name. */
  private static final List<Question<PathEntry>> CONDITIONS =
      Questions.stats("/etc/waagent.conf", "/usr/sbin/waagent");

  private static final List<Question<?>> QUESTIONS =
      Questions.all(
          UnitFiles.placesAndMasks(), BootPlaces.questions(), UnitTexts.QUESTIONS, CONDITIONS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-unit", GuestFacts.AGENT_UNIT)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.enabled")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AgentUnitProbe() {}

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
    AgentUnit unit =
        UnitFiles.NAMES.stream()
            .map(name -> unit(name, answers, WholeSystem.isLive(context)))
            .filter(found -> found != null)
            .min(Comparator.comparingInt(found -> rank(found.state())))
            .orElse(null);
    if (unit == null) {
      return Seen.nothing(
          GuestFacts.AGENT_UNIT, answers, UnitFiles.places(), "/etc/systemd/system");
    }
    Unavailable<?> why =
        unit.state() == AgentUnit.State.DISABLED
            ? Seen.refusal(answers, BootPlaces.links(unit.name()))
            : null;
    return why == null
        ? Observations.builder().observed(GuestFacts.AGENT_UNIT, unit, unit.path()).build()
        : Seen.unavailable(GuestFacts.AGENT_UNIT, why);
  }

  /** The unit that starts counts; then the one that somebody masked on purpose. */
  private static int rank(AgentUnit.State state) {
    return switch (state) {
      case ENABLED -> 0;
      case MASKED -> 1;
      case HELD_BACK -> 2;
      case DISABLED -> 3;
    };
  }

  private static @Nullable AgentUnit unit(String name, Answers answers, boolean live) {
    PathEntry mask = UnitFiles.mask(name, answers);
    if (mask != null) {
      return new AgentUnit(name, AgentUnit.State.MASKED, mask.path(), mask.modified());
    }
    PathEntry unit = UnitFiles.unit(name, answers);
    if (unit == null) {
      return script(name, answers);
    }
    if (UnitFiles.isAlias(unit)) {
      return null;
    }
    PathEntry link = BootPlaces.link(name, answers);
    String preset = BootPlaces.preset(name, answers);
    if (link == null && preset == null) {
      return new AgentUnit(name, AgentUnit.State.DISABLED, unit.path(), null);
    }
    String condition =
        UnitConditions.failing(UnitTexts.of(answers), path -> live ? exists(path, answers) : null);
    if (condition != null) {
      return new AgentUnit(name, AgentUnit.State.HELD_BACK, condition, null);
    }
    return link == null
        ? new AgentUnit(name, AgentUnit.State.ENABLED, preset == null ? "" : preset, null)
        : new AgentUnit(name, AgentUnit.State.ENABLED, link.path(), link.modified());
  }

  private static @Nullable AgentUnit script(String name, Answers answers) {
    String script = BootPlaces.script(name, answers);
    PathEntry link = BootPlaces.link(name, answers);
    if (script == null) {
      return null;
    }
    String off = BootPlaces.switchedOff(answers);
    if (off != null) {
      return new AgentUnit(name, AgentUnit.State.DISABLED, off, null);
    }
    if (link != null) {
      return new AgentUnit(name, AgentUnit.State.ENABLED, link.path(), link.modified());
    }
    String starter = BootPlaces.starter(name, answers);
    return starter == null
        ? new AgentUnit(name, AgentUnit.State.DISABLED, script, null)
        : new AgentUnit(name, AgentUnit.State.ENABLED, starter, null);
  }

  /** Asked on a running machine only: a copy may have left the path out. */
  private static @Nullable Boolean exists(String path, Answers answers) {
    for (Question<PathEntry> question : CONDITIONS) {
      if (((Question.Stat) question).path().equals(path)) {
        boolean there = Seen.value(answers, question) != null;
        boolean told = there || answers.to(question) instanceof Absent<PathEntry>;
        return told ? there : null;
      }
    }
    return null;
  }
}
