package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.guest.WindowsBackupExtension.Folder;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The extension {@value #HANDLER} on Windows.
 *
 * @param folders its folders below {@code C:/Packages/Plugins}, one a version
 * @param states what the agent notes of it in the registry, one entry a version
 */
public record WindowsBackupExtension(List<Folder> folders, List<State> states) {

  /** Name of the extension. */
  public static final String HANDLER = "Microsoft.Azure.RecoveryServices.VMSnapshot";

  /**
   * Copies the lists.
   *
   * @param folders folders of its versions
   * @param states what the agent notes
   */
  public WindowsBackupExtension {
    folders = List.copyOf(folders);
    states = List.copyOf(states);
  }

  /**
   * The folder of one version.
   *
   * @param version its name, the version
   * @param path where it is
   * @param manifest whether {@code HandlerManifest.json} is there
   * @param files whether anything else is there
   */
  public record Folder(String version, String path, boolean manifest, boolean files) {}

  /**
   * What the agent notes of one version.
   *
   * @param version the version
   * @param state such as {@code Enabled}, as written
   * @param key the registry key
   */
  public record State(String version, String state, String key) {

    /**
     * Tells whether the agent has this version in use.
     *
     * @return true if it is installed and enabled
     */
    public boolean isEnabled() {
      return state.equalsIgnoreCase("Enabled") || state.equalsIgnoreCase("Ready");
    }
  }

  /**
   * Finds the folder of the version that the agent has in use.
   *
   * @return the folder, or null if no version or more than one is enabled, or it has no folder
   */
  public @Nullable Folder enabled() {
    List<String> versions =
        states.stream().filter(State::isEnabled).map(State::version).distinct().toList();
    return versions.size() != 1
        ? null
        : folders.stream()
            .filter(folder -> folder.version().equals(versions.get(0)))
            .findFirst()
            .orElse(null);
  }
}
