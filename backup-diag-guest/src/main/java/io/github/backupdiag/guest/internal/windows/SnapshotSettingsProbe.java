package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of the backup extension (guest.windows.reg.snapshot-method,
 * guest.windows.reg.snapshot-without-threads, guest.windows.reg.vss-backup-mode,
 * guest.windows.reg.provider-installed) and whether its provider is registered as a service. None
 * of the keys is there before the first backup.
 */
public final class SnapshotSettingsProbe extends WindowsProbe {

  private static final String SOFTWARE = "HKLM\\SOFTWARE\\Microsoft\\";
  private static final Question<RegistryKey> AGENT =
      Question.registry(SOFTWARE + SnapshotSetting.AGENT);
  private static final Question<RegistryKey> PERSISTENT =
      Question.registry(SOFTWARE + SnapshotSetting.PERSISTENT);
  private static final Question<RegistryKey> PROVIDER =
      Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Services\\IaaSVmProvider");
  private static final List<Question<RegistryKey>> KEYS = List.of(AGENT, PERSISTENT);
  private static final List<Question<RegistryKey>> QUESTIONS = List.of(AGENT, PERSISTENT, PROVIDER);

  /** Made by {@code ServiceLoader}. */
  public SnapshotSettingsProbe() {
    super(
        describe("guest.windows.snapshot-settings", WindowsVssFacts.SNAPSHOT_SETTINGS)
            .withChecks(
                "guest.windows.reg.snapshot-method",
                "guest.windows.reg.snapshot-without-threads",
                "guest.windows.reg.vss-backup-mode",
                "guest.windows.reg.provider-installed")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<Question<RegistryKey>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<SnapshotSetting> settings = new ArrayList<>();
    boolean seen = false;
    for (Question<RegistryKey> key : KEYS) {
      seen |= isAnswered(answers.to(key));
      add(Seen.value(answers, key), settings);
    }
    if (!seen) {
      return Seen.nothing(
          WindowsVssFacts.SNAPSHOT_SETTINGS, answers, KEYS, SOFTWARE + SnapshotSetting.AGENT);
    }
    boolean complete = KEYS.stream().allMatch(key -> isWhole(answers.to(key)));
    return Observations.builder()
        .observed(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            new SnapshotSettings(settings, complete, isThere(answers.to(PROVIDER))),
            SOFTWARE + SnapshotSetting.AGENT)
        .build();
  }

  private static void add(@Nullable RegistryKey key, List<SnapshotSetting> settings) {
    if (key == null) {
      return;
    }
    for (RegistryValue value : key.values()) {
      if (!value.name().isEmpty()) {
        settings.add(new SnapshotSetting(key.name(), value.name(), value.type(), value.data()));
      }
    }
  }

  private static boolean isAnswered(Observation<RegistryKey> answer) {
    return answer instanceof Absent || answer instanceof Observed;
  }

  private static boolean isWhole(Observation<RegistryKey> answer) {
    return answer instanceof Absent
        || (answer instanceof Observed<RegistryKey> key && key.value().complete());
  }

  private static @Nullable Boolean isThere(Observation<RegistryKey> answer) {
    return isAnswered(answer) ? (Boolean) (answer instanceof Observed) : null;
  }
}
