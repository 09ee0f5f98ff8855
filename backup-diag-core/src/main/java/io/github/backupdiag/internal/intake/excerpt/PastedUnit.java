package io.github.backupdiag.internal.intake.excerpt;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.parse.AgentCommandLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code systemctl status} prints of the agent's unit, which is the same in every language.
 * Two prints that differ show a change and not which of them holds: then nothing is said.
 */
final class PastedUnit {

  private static final Pattern HEAD =
      Pattern.compile("\\W{0,4}(walinuxagent|waagent)\\.service(?: - .{0,100})?\\s*");
  private static final Pattern LOADED =
      Pattern.compile(
          "\\s{0,12}Loaded: (loaded|masked) \\((/[^;\\s)]{1,200})?(?:; (enabled|disabled))?\\b?.*");
  private static final Pattern ACTIVE =
      Pattern.compile("\\s{0,12}Active: (active|inactive|failed)\\b.*");
  private static final Pattern PROCESS =
      Pattern.compile("[\\s│|]{0,20}[├└|`]─?-?\\s?(\\d{1,9}) (.{1,300})");
  private static final int LONGEST_LINE = 600;
  private static final int LONGEST = 40;

  private final String name;
  private AgentUnit.@Nullable State state;
  private String path = "";
  private String active = "";
  private final List<Long> daemon = new ArrayList<>();
  private final List<Long> handler = new ArrayList<>();

  private PastedUnit(String name) {
    this.name = name;
  }

  /** Adds what a text prints of the unit; tells whether it prints any. */
  static boolean read(List<String> lines, FactSet.Builder facts) {
    List<PastedUnit> units = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher head = lines.get(i).length() > 200 ? null : HEAD.matcher(lines.get(i));
      if (head != null && head.matches()) {
        PastedUnit unit = new PastedUnit(head.group(1));
        int end = Math.min(lines.size(), i + 1 + LONGEST);
        lines.subList(i + 1, end).stream()
            .takeWhile(line -> line.length() > LONGEST_LINE || !HEAD.matcher(line).matches())
            .forEach(unit::line);
        if (!unit.active.isEmpty()) {
          units.add(unit);
        }
      }
    }
    boolean agree = units.stream().allMatch(unit -> unit.isLike(units.get(0)));
    if (!units.isEmpty() && agree) {
      units.get(units.size() - 1).addTo(facts);
    }
    return !units.isEmpty();
  }

  private boolean isLike(PastedUnit other) {
    return name.equals(other.name) && state == other.state && active.equals(other.active);
  }

  private void line(String line) {
    if (line.length() > LONGEST_LINE) {
      return;
    }
    Matcher loaded = LOADED.matcher(line);
    Matcher now = ACTIVE.matcher(line);
    Matcher process = PROCESS.matcher(line);
    if (state == null && loaded.matches()) {
      path = loaded.group(2) == null ? "" : loaded.group(2);
      state = state(loaded.group(1), loaded.group(3));
    } else if (active.isEmpty() && now.matches()) {
      active = now.group(1);
    } else if (process.matches()) {
      process(Long.parseLong(process.group(1)), process.group(2));
    }
  }

  private static AgentUnit.@Nullable State state(String loaded, @Nullable String starts) {
    if (loaded.equals("masked")) {
      return AgentUnit.State.MASKED;
    }
    return starts == null
        ? null
        : starts.equals("enabled") ? AgentUnit.State.ENABLED : AgentUnit.State.DISABLED;
  }

  private void process(long id, String command) {
    switch (AgentCommandLine.of(List.of(command.strip().split("\\s+")))) {
      case DAEMON -> daemon.add(id);
      case EXTENSION_HANDLER -> handler.add(id);
      default -> {}
    }
  }

  private void addTo(FactSet.Builder facts) {
    if (state != null) {
      String place = path.isEmpty() ? BackupFacts.INPUT : path;
      facts.observed(
          GuestFacts.AGENT_UNIT, new AgentUnit(name, state, place, null), BackupFacts.INPUT);
    }
    if (!path.isEmpty() && state != AgentUnit.State.MASKED) {
      facts.observed(
          GuestFacts.AGENT_INSTALLATION,
          new AgentInstallation(List.of(path), List.of(), List.of(), null),
          BackupFacts.INPUT);
    }
    boolean all = !daemon.isEmpty() && !handler.isEmpty();
    if (!active.equals("active") || all) {
      facts.observed(
          GuestFacts.AGENT_PROCESSES, new AgentProcesses(daemon, handler), BackupFacts.INPUT);
    }
  }
}
