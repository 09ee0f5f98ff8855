package io.github.backupdiag.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Inputs that a fuzz target starts from, besides what was found before. */
public final class Samples {

  /** Charsets of all letters. */
  public static final List<Charset> UNICODE =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("UTF-32LE"),
          Charset.forName("UTF-32BE"));

  private Samples() {}

  /** One of each payload kind. */
  public static Stream<byte[]> payloads() {
    try (Stream<Path> files =
        Files.list(
            Path.of(
                Objects.requireNonNull(
                        Samples.class.getResource("/io/github/backupdiag/intake/payload"))
                    .toURI()))) {
      return files.sorted().map(Samples::bytes).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Texts in UTF-8. */
  public static Stream<byte[]> of(String... texts) {
    return List.of(texts).stream().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
