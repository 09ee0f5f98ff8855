package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.archive.NotReadException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an exception says of the thing that was asked for. The JDK has exceptions of their own
 * for some errors of the system only; the others are known by the words of the system.
 */
final class Refusal {

  private static final int MAX_DETAIL = 200;

  private Refusal() {}

  /** Whether the path is not there: also when a parent is no directory, or a process ended. */
  static boolean isMissing(IOException e) {
    return e instanceof NoSuchFileException
        || e instanceof NotDirectoryException
        || words(e).contains("not a directory")
        || words(e).contains("no such process");
  }

  static boolean isLinkLoop(IOException e) {
    return words(e).contains("symbolic link") || words(e).startsWith("link loop");
  }

  /**
   * Turns an exception into an answer.
   *
   * @param subject the path or command that was asked for
   */
  static <A> Unavailable<A> of(Throwable e, String subject) {
    if (e instanceof UnreadableException known) {
      return new Unavailable<>(known.reason(), text(known.getMessage()));
    }
    if (e instanceof NotReadException known) {
      return failed(subject + ": " + text(known.getMessage()));
    }
    if (e instanceof IOException io && isDenied(io)) {
      return new Unavailable<>(UnavailableReason.NOT_PERMITTED, subject);
    }
    if (e instanceof IOException io && isLinkLoop(io)) {
      return failed("link loop at " + subject);
    }
    return failed(subject + ": " + e.getClass().getSimpleName() + " " + text(e.getMessage()));
  }

  private static <A> Unavailable<A> failed(String detail) {
    return new Unavailable<>(UnavailableReason.FAILED, cut(detail));
  }

  private static boolean isDenied(IOException e) {
    String words = words(e);
    return e instanceof AccessDeniedException
        || words.contains("permission denied")
        || words.contains("operation not permitted");
  }

  private static String words(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return SystemWords.ofThisSystem().english(text(reason)).toLowerCase(Locale.ROOT);
  }

  private static String text(@Nullable String message) {
    return message == null ? "" : message;
  }

  private static String cut(String detail) {
    return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "...";
  }
}
