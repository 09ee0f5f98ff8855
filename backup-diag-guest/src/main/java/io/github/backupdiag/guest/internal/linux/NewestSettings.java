package io.github.backupdiag.guest.internal.linux;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that count: the newest of the newest version that has any. Where a bundle holds the
 * status alone, its number stands for them.
 *
 * @param version version of the extension
 * @param folder its folder
 * @param number number of the settings
 */
record NewestSettings(String version, String folder, long number) {

  static @Nullable NewestSettings in(HandlerFolders folders) {
    NewestSettings ofStatus = null;
    for (Map.Entry<String, String> folder : folders.byVersion().entrySet()) {
      Long settings = folders.settings(folder.getValue());
      if (settings != null) {
        return new NewestSettings(folder.getKey(), folder.getValue(), settings);
      }
      Long status = folders.statusNumber(folder.getValue());
      if (ofStatus == null && status != null) {
        ofStatus = new NewestSettings(folder.getKey(), folder.getValue(), status);
      }
    }
    return ofStatus;
  }

  String path() {
    return folder + "/config/" + number + ".settings";
  }

  String status() {
    return folder + "/status/" + number + ".status";
  }
}
