package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python interpreters, as far as their files tell: nothing is run.
 *
 * @param searched those under names that the start script of the backup extension tries, in its
 *     order; the first of them runs the extension
 * @param others further ones in the same folders, such as {@code /usr/bin/python3.12} alone
 * @param ofAgent the one that runs the agent, or null if nothing tells
 */
public record Pythons(List<Python> searched, List<Python> others, @Nullable Python ofAgent) {

  /**
   * Copies the lists.
   *
   * @param searched those that the start script tries
   * @param others further ones
   * @param ofAgent the one that runs the agent, or null
   */
  public Pythons {
    searched = List.copyOf(searched);
    others = List.copyOf(others);
  }

  /**
   * An interpreter.
   *
   * @param path where it is
   * @param version such as {@code 3.12}, or null if its name and links do not tell
   */
  public record Python(String path, @Nullable String version) {}

  /**
   * Gives the interpreter that runs the backup extension.
   *
   * @return the first that the start script finds, else that of the agent; null if there is none
   */
  public @Nullable Python ofExtension() {
    return searched.isEmpty() ? ofAgent : searched.get(0);
  }
}
