package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Target;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.ProbeContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a probe knows while it asks a stand-in: the system, an Azure VM, a running agent. */
final class StandInContext implements ProbeContext {

  private final GuestConnection guest;
  private final Map<FactKey<?>, Object> facts = new HashMap<>();

  StandInContext(GuestConnection guest, GuestOs.Family family, @Nullable Instant failedAt) {
    this.guest = guest;
    facts.put(GuestFacts.OS, new GuestOs(family, "", "", List.of(), ""));
    facts.put(GuestFacts.PLATFORM, new Platform(Platform.Kind.AZURE, Platform.AZURE_CHASSIS_TAG));
    facts.put(
        GuestFacts.AGENT_PROCESSES,
        new AgentProcesses(List.of(Long.valueOf(Places.AGENT_ID)), List.of()));
    if (failedAt != null) {
      facts.put(BackupFacts.FAILED_AT, failedAt);
    }
  }

  @Override
  public <C> C connection(Class<C> type) {
    if (type.isInstance(guest)) {
      return type.cast(guest);
    }
    throw new IllegalArgumentException("a stand-in has no " + type.getSimpleName());
  }

  @Override
  @SuppressWarnings("unchecked") // each key stands with a value of its type
  public <T> Observation<T> get(FactKey<T> key) {
    Object value = facts.get(key);
    return value == null
        ? new Unavailable<>(UnavailableReason.NOT_RECORDED, "")
        : new Observed<>((T) value, "", null);
  }

  @Override
  public Target target() {
    return Target.unknown();
  }

  @Override
  public Duration timeLeft() {
    return Duration.ofSeconds(1);
  }

  @Override
  public boolean isCancelled() {
    return false;
  }
}
