package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether the agent's service starts at boot (guest.linux.agent.enabled). */
public final class AgentUnitProbe implements GuestProbe {

  private static final List<String> WANTS =
      List.of(
          "/etc/systemd/system/*.wants/",
          "/etc/systemd/system/*.requires/",
          "/usr/lib/systemd/system/*.wants/",
          "/lib/systemd/system/*.wants/");
  private static final List<String> LEVELS =
      List.of("/etc/rc2.d/S*", "/etc/rc3.d/S*", "/etc/rc5.d/S*", "/etc/runlevels/default/");
  private static final Question<FileContents> PRESETS =
      new Question.Files("/usr/lib/systemd/system-preset/*.preset", 50, 1 << 16);
  private static final List<Question<?>> QUESTIONS =
      Questions.all(
          UnitFiles.placesAndMasks(),
          List.of(PRESETS),
          UnitFiles.NAMES.stream().flatMap(name -> links(name).stream()).toList());

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
            .map(name -> unit(name, answers))
            .filter(found -> found != null)
            .min(Comparator.comparingInt(found -> rank(found.state())))
            .orElse(null);
    if (unit == null) {
      return Seen.nothing(
          GuestFacts.AGENT_UNIT, answers, UnitFiles.places(), "/etc/systemd/system");
    }
    Unavailable<?> why =
        unit.state() == AgentUnit.State.DISABLED ? Seen.refusal(answers, links(unit.name())) : null;
    return why == null
        ? Observations.builder().observed(GuestFacts.AGENT_UNIT, unit, unit.path()).build()
        : Seen.unavailable(GuestFacts.AGENT_UNIT, why);
  }

  /** The unit that starts counts; then the one that somebody masked on purpose. */
  private static int rank(AgentUnit.State state) {
    return switch (state) {
      case ENABLED -> 0;
      case MASKED -> 1;
      case DISABLED -> 2;
    };
  }

  private static @Nullable AgentUnit unit(String name, Answers answers) {
    PathEntry mask = UnitFiles.mask(name, answers);
    if (mask != null) {
      return new AgentUnit(name, AgentUnit.State.MASKED, mask.path(), mask.modified());
    }
    PathEntry unit = UnitFiles.unit(name, answers);
    PathEntry file = unit == null ? Seen.value(answers, UnitFiles.script(name)) : unit;
    if (file == null || (unit != null && UnitFiles.isAlias(unit))) {
      return null;
    }
    PathEntry link = link(name, answers);
    if (link != null) {
      return new AgentUnit(name, AgentUnit.State.ENABLED, link.path(), link.modified());
    }
    String preset = preset(name, answers);
    return preset == null
        ? new AgentUnit(name, AgentUnit.State.DISABLED, file.path(), null)
        : new AgentUnit(name, AgentUnit.State.ENABLED, preset, null);
  }

  private static List<Question<PathEntries>> links(String name) {
    List<Question<PathEntries>> links = new ArrayList<>();
    WANTS.forEach(folder -> links.add(Question.listing(folder + name + ".service")));
    LEVELS.forEach(level -> links.add(Question.listing(level + name)));
    return links;
  }

  private static @Nullable PathEntry link(String name, Answers answers) {
    for (Question<PathEntries> question : links(name)) {
      PathEntries entries = Seen.value(answers, question);
      if (entries != null && !entries.entries().isEmpty()) {
        return entries.entries().get(0);
      }
    }
    return null;
  }

  /** A system whose /etc began empty starts what its presets name. */
  private static @Nullable String preset(String name, Answers answers) {
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
