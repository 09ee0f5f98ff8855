package io.github.backupdiag.guest;

import io.github.backupdiag.guest.CollectedRecords.Followed;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.Question;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is asked for, from what was collected of it. Of a long log some lines are
 * left out: empty ones stand in their place, so that the others keep their numbers, and the file
 * counts as incomplete.
 */
final class CollectedContent {

  /** A number that is far off must not fill the memory with empty lines. */
  private static final int MOST_LINES = 2_000_000;

  private CollectedContent() {}

  static FileContent part(Question.File asked, CollectedPart content, @Nullable Followed followed) {
    byte[] bytes = content.kind() == 'g' ? padded(content.bytes()) : content.bytes();
    boolean tail = asked.part() == Question.Part.TAIL;
    int length = Math.min(bytes.length, asked.maxBytes());
    int from = tail ? bytes.length - length : 0;
    long size = size(content, bytes.length, followed);
    return new FileContent(
        asked.path(),
        length == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, from + length),
        content.start() + from,
        size,
        followed == null ? null : followed.modified());
  }

  /** What was cut for secrecy counts; what a limit cut does not. */
  private static long size(CollectedPart content, int length, @Nullable Followed followed) {
    if (content.kind() == 'g') {
      return Math.max(content.size(), length + 1L);
    }
    long stated = content.kind() == 't' ? content.size() : followed == null ? 0 : followed.size();
    return stated > content.limit() ? Math.max(stated, length + 1L) : length;
  }

  private static byte[] padded(byte[] numbered) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    long line = 1;
    int from = 0;
    while (from < numbered.length) {
      int to = from;
      while (to < numbered.length && numbered[to] != '\n') {
        to++;
      }
      int colon = from;
      long number = 0;
      while (colon < to && numbered[colon] >= '0' && numbered[colon] <= '9' && colon - from < 9) {
        number = number * 10 + numbered[colon++] - '0';
      }
      if (colon < to && numbered[colon] == ':' && number >= line && number <= MOST_LINES) {
        for (; line < number; line++) {
          lines.write('\n');
        }
        lines.write(numbered, colon + 1, to - colon - 1);
        lines.write('\n');
        line++;
      }
      from = to + 1;
    }
    return lines.toByteArray();
  }
}
