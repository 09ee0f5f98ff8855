package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the backup extension on Windows, below {@code HKLM\SOFTWARE\Microsoft}.
 *
 * @param settings values of both keys
 * @param complete true if both keys could be read or are not there
 * @param providerService whether the service {@code IaaSVmProvider} is registered; null if that is
 *     not known
 */
public record SnapshotSettings(
    List<SnapshotSetting> settings, boolean complete, @Nullable Boolean providerService) {

  /**
   * Copies the list.
   *
   * @param settings values of both keys
   * @param complete whether both could be read
   * @param providerService whether the provider's service is there, or null
   */
  public SnapshotSettings {
    settings = List.copyOf(settings);
  }

  /**
   * Finds a setting.
   *
   * @param key last part of the key
   * @param name name of the value, in any case
   * @return the setting, or null if it is not set
   */
  public @Nullable SnapshotSetting find(String key, String name) {
    return settings.stream()
        .filter(setting -> setting.key().equalsIgnoreCase(key))
        .filter(setting -> setting.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }
}
