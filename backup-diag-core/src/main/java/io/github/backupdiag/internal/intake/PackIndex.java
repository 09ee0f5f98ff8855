package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.catalog.PackedParts;
import io.github.backupdiag.internal.intake.naming.CauseNaming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Step of the build: makes the index of our catalog, which takes longer than most runs. */
public final class PackIndex {

  private PackIndex() {}

  /**
   * Writes the index beside the packed catalog.
   *
   * @param args the folder of classes to write to
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0] + PackedParts.FOLDER);
    Files.createDirectories(folder);
    Files.write(folder.resolve(Index.PART), bytes());
    Map<String, byte[]> words = CauseNaming.parts(LoadedCatalog.with(List.of()));
    for (Map.Entry<String, byte[]> part : words.entrySet()) {
      Files.write(folder.resolve(part.getKey()), part.getValue());
    }
  }

  /** Makes the index of our catalog. */
  static byte[] bytes() {
    return IndexLayout.of(LoadedCatalog.with(List.of())).bytes();
  }
}
