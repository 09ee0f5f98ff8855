package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings file of the backup extension, {@code /etc/azure/vmbackup.conf}.
 *
 * @param path where it is
 * @param oddLine first line with a byte-order mark or a byte that is not ASCII, from 1; 0 if none
 * @param settings settings of the section {@code SnapshotThread} in the order of the file
 */
public record VmbackupConf(String path, int oddLine, List<Setting> settings) {

  /**
   * Copies the list.
   *
   * @param path where it is
   * @param oddLine first line that is not ASCII
   * @param settings settings in the order of the file
   */
  public VmbackupConf {
    settings = List.copyOf(settings);
  }

  /**
   * One setting.
   *
   * @param key name in lower case, as the extension compares it
   * @param value value without blanks around it
   * @param line line number from 1
   */
  public record Setting(String key, String value, int line) {}

  /**
   * Finds a setting.
   *
   * @param key its name in any case
   * @return the last one of that name, or null
   */
  public @Nullable Setting find(String key) {
    Setting found = null;
    for (Setting setting : settings) {
      if (setting.key().equalsIgnoreCase(key)) {
        found = setting;
      }
    }
    return found;
  }

  /**
   * Gives the mounts that the freeze leaves out. The extension compares exact names and does not
   * trim them; {@code /} is always frozen (fsfreezer.py).
   *
   * @return names as written between the commas
   */
  public List<String> mountsToSkip() {
    Setting setting = find("MountsToSkip");
    return setting == null ? List.of() : List.of(setting.value().split(",", -1));
  }
}
