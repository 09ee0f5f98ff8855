package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folders of the backup extension. Several versions side by side are normal after updates.
 *
 * @param folders the version that the agent reports on first, if it does; then newest first
 */
public record BackupExtension(List<Folder> folders) {

  /** Name of the handler on Linux. */
  public static final String HANDLER = "Microsoft.Azure.RecoveryServices.VMSnapshotLinux";

  /**
   * Copies the list.
   *
   * @param folders the version that the agent reports on first, then newest first
   */
  public BackupExtension {
    folders = List.copyOf(folders);
  }

  /**
   * The folder of one version.
   *
   * @param version from the name of the folder
   * @param path where it is
   * @param configured false if it has no {@code config} folder
   * @param settings highest number of its settings, or null if there are none
   * @param state content of {@code HandlerState}, or null
   * @param report what {@code HandlerStatus} says, or null
   * @param unpacked true if anything of the package is there; a bundle often holds only settings
   *     and status
   * @param missing files of the package that are not there, although something of it is
   */
  public record Folder(
      String version,
      String path,
      boolean configured,
      @Nullable Long settings,
      @Nullable String state,
      @Nullable HandlerReport report,
      boolean unpacked,
      List<String> missing) {

    /**
     * Copies the list.
     *
     * @param version from the name of the folder
     * @param path where it is
     * @param configured false without a {@code config} folder
     * @param settings highest number of its settings, or null
     * @param state content of {@code HandlerState}, or null
     * @param report what {@code HandlerStatus} says, or null
     * @param unpacked true if anything of the package is there
     * @param missing files of the package that are not there
     */
    public Folder {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Makes the one folder that a text only names: nothing but its version is known.
   *
   * @param version version of the extension
   * @param place where it is named
   * @return the folder, of which nothing else is said
   */
  public static BackupExtension named(String version, String place) {
    return new BackupExtension(
        List.of(new Folder(version, place, false, null, null, null, false, List.of())));
  }

  /**
   * Gives the folder that counts: the first with settings, or the first with a {@code config}
   * folder, or the first.
   *
   * @return the folder, or null if there is none
   */
  public @Nullable Folder current() {
    for (Folder folder : folders) {
      if (folder.settings() != null) {
        return folder;
      }
    }
    return folders.stream()
        .filter(Folder::configured)
        .findFirst()
        .orElse(folders.isEmpty() ? null : folders.get(0));
  }

  /**
   * Gives folders that were left behind: those without a {@code config} folder beside one that has
   * it.
   *
   * @return may be empty
   */
  public List<Folder> leftovers() {
    boolean anyConfigured = folders.stream().anyMatch(Folder::configured);
    return anyConfigured
        ? folders.stream().filter(folder -> !folder.configured()).toList()
        : List.of();
  }
}
