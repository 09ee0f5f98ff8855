package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AgentSelfReport;
import io.github.backupdiag.fact.guest.AgentUpdate;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.State;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the Windows guest agent writes to the registry. */
public final class AgentRegistry {

  private static final Set<String> STATES =
      Set.of(
          "enabled",
          "disabled",
          "installed",
          "notinstalled",
          "ready",
          "notready",
          "uninstalled",
          "failedupgrade",
          "failed");

  private AgentRegistry() {}

  /**
   * Reads the report of the agent about itself.
   *
   * @param place full name of the key
   * @param guest the key {@code Virtual Machine\Guest} with its subkeys
   * @return the report
   */
  public static AgentSelfReport report(String place, RegistryKey guest) {
    String heartbeat =
        guest
            .key("GuestAgent")
            .flatMap(key -> key.text("HeartbeatLastStatusUpdateTime"))
            .orElse("");
    return new AgentSelfReport(
        text(guest, "GuestAgentVersion"),
        text(guest, "GuestAgentStatus"),
        text(guest, "WireServerStatus"),
        text(guest, "DHCPStatus"),
        time(heartbeat),
        place);
  }

  /**
   * Finds the states of the backup extension.
   *
   * @param place full name of the key
   * @param handlers the key {@code Windows Azure\HandlerState} with its subkeys
   * @return one for each version that it tells a state of, in its order
   */
  public static List<State> states(String place, RegistryKey handlers) {
    List<State> states = new ArrayList<>();
    String start = WindowsBackupExtension.HANDLER.toLowerCase(Locale.ROOT) + "_";
    for (RegistryKey handler : handlers.keys()) {
      String state = state(handler);
      if (handler.name().toLowerCase(Locale.ROOT).startsWith(start) && state != null) {
        String version = handler.name().substring(start.length());
        states.add(new State(version, state, place + "\\" + handler.name()));
      }
    }
    return states;
  }

  /**
   * Finds the updates of the agent.
   *
   * @param place full name of the key
   * @param updates the key {@code Windows Azure\GuestAgentUpdateState} with its subkeys
   * @return those that tell a number as their result, the newest version last
   */
  public static List<AgentUpdate> updates(String place, RegistryKey updates) {
    List<AgentUpdate> found = new ArrayList<>();
    for (RegistryKey update : updates.keys()) {
      Long code = code(update);
      if (code != null && update.name().matches("[0-9.]{3,40}")) {
        found.add(
            new AgentUpdate(
                update.name(),
                code,
                text(update, "State"),
                text(update, "Message"),
                place + "\\" + update.name()));
      }
    }
    found.sort((one, other) -> Versions.compare(one.version(), other.version()));
    return found;
  }

  /** The value may be a number or a text; a negative one is stored as its complement. */
  private static @Nullable Long code(RegistryKey update) {
    OptionalLong number = update.number("Code");
    if (number.isPresent()) {
      return (long) (int) number.getAsLong();
    }
    String text = update.text("Code").orElse("").strip();
    return text.matches("-?\\d{1,10}") ? (Long) Long.parseLong(text) : null;
  }

  private static @Nullable String state(RegistryKey handler) {
    return handler.values().stream()
        .map(RegistryValue::data)
        .map(String::strip)
        .filter(data -> STATES.contains(data.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  /** Only forms that mean one time in every language; without a zone it is UTC. */
  private static @Nullable Instant time(String text) {
    String form = text.strip().replace(' ', 'T');
    try {
      return form.endsWith("Z") || form.matches("[^T]*+T.*[+-]\\d\\d:\\d\\d")
          ? OffsetDateTime.parse(form).toInstant()
          : LocalDateTime.parse(form).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String text(RegistryKey key, String name) {
    return Excerpt.of(key.text(name).orElse("").strip());
  }
}
