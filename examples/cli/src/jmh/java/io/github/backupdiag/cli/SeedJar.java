package io.github.backupdiag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Makes, of the executable jar, one whose catalog holds the codes of the seeds only. */
final class SeedJar {

  private static final String CATALOG = "io/github/backupdiag/catalog/";
  private static final String PACK = "io.github.backupdiag.internal.catalog.PackCatalog";
  private static final Path SEEDS = Path.of("src/jmh/resources/seeds.txt");

  private SeedJar() {}

  /** Writes the jar; it differs in nothing but the catalog, entry by entry in the same order. */
  static void make(Path whole, Path folder, Path reduced) throws Exception {
    unpackDocuments(whole, folder);
    SeedCatalog.reduce(folder.resolve(CATALOG), Files.readAllLines(SEEDS));
    pack(whole, folder);
    try (ZipFile from = new ZipFile(whole.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(reduced))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        copy(from, entry, folder.resolve(entry.getName()), to);
        to.closeEntry();
      }
    }
  }

  private static void unpackDocuments(Path whole, Path folder) throws IOException {
    try (ZipFile from = new ZipFile(whole.toFile())) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (entry.getName().startsWith(CATALOG) && entry.getName().endsWith(".json")) {
          Path file = folder.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          try (InputStream in = from.getInputStream(entry)) {
            Files.write(file, in.readAllBytes());
          }
        }
      }
    }
  }

  /** The reduced documents come first on the class path and so hide those of the jar. */
  private static void pack(Path whole, Path folder) throws Exception {
    String classPath = folder + System.getProperty("path.separator") + whole;
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    int status =
        new ProcessBuilder(List.of(java, "-cp", classPath, PACK, folder.toString()))
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("the reduced catalog is not sound");
    }
  }

  private static void copy(ZipFile from, ZipEntry entry, Path reduced, OutputStream to)
      throws IOException {
    if (Files.isRegularFile(reduced)) {
      Files.copy(reduced, to);
      return;
    }
    try (InputStream in = from.getInputStream(entry)) {
      in.transferTo(to);
    }
  }
}
