package io.github.backupdiag.cli;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.intake.Intake;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Reads what the user gives: texts, recordings, standard input. */
final class Inputs {

  /** As much of a text as is ever read. */
  static final int MOST_BYTES = 8 << 20;

  private Inputs() {}

  static Path path(String name) throws RefusedException {
    if (name.isEmpty()) {
      throw new RefusedException("a file name is empty; name a file");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new RefusedException(
          name + ": no file name in this locale: " + e.getReason() + "; try LC_ALL=C.UTF-8");
    }
  }

  /** Gives the text of an error: the argument itself, or standard input for a dash. */
  static String text(String argument, CommonOptions common, Surroundings around)
      throws RefusedException {
    boolean dash = argument.equals("-");
    String text = dash ? Intake.textOf(standardInput(around)) : argument;
    if (text.isBlank()) {
      throw common.refused(
          dash ? "standard input holds no text" : "the text of the error is empty");
    }
    return text;
  }

  /** Reads a recording; a dash is standard input. */
  static FactSet facts(String name, Surroundings around) throws RefusedException {
    boolean dash = name.equals("-");
    String shown = dash ? "standard input" : name;
    Path file = path(name);
    try (InputStream in = dash ? around.in() : open(file)) {
      return FactSetJson.read(in, shown);
    } catch (FileSystemException e) {
      throw new RefusedException(shown + ": " + why(e) + "; give a file that 'gather' wrote");
    } catch (IOException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  private static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    return new BufferedInputStream(Files.newInputStream(file));
  }

  private static byte[] standardInput(Surroundings around) throws RefusedException {
    try {
      byte[] bytes = around.in().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new RefusedException(
            "standard input is longer than 8 MiB; give the part around the failure");
      }
      return bytes;
    } catch (IOException e) {
      throw new RefusedException("standard input cannot be read: " + why(e));
    }
  }

  /** Says in words why a file could not be read or written. */
  static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "not found";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NotDirectoryException) {
      return "not a directory";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
