package io.github.backupdiag.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of the command line as they were typed. Where no locale is set, as in most containers,
 * Java replaces every letter beyond ASCII by a question mark, and a message in Korean would be
 * lost; Linux still has the bytes.
 */
final class CommandLineWords {

  private static final Path BYTES = Path.of("/proc/self/cmdline");

  private CommandLineWords() {}

  static List<String> of(String[] args) {
    if ("UTF-8".equals(System.getProperty("sun.jnu.encoding")) || !damaged(args)) {
      return List.of(args);
    }
    try {
      List<String> words = split(Files.readAllBytes(BYTES));
      int options = words.size() - args.length;
      return options < 0 ? List.of(args) : words.subList(options, words.size());
    } catch (IOException e) {
      return List.of(args);
    }
  }

  private static boolean damaged(String[] args) {
    for (String arg : args) {
      if (arg.chars().anyMatch(c -> c == '?' || c > 126)) {
        return true;
      }
    }
    return false;
  }

  /** Takes apart words that each end with a zero byte; fails if they are not UTF-8. */
  static List<String> split(byte[] bytes) throws CharacterCodingException {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == 0) {
        ByteBuffer word = ByteBuffer.wrap(bytes, start, at - start);
        words.add(StandardCharsets.UTF_8.newDecoder().decode(word).toString());
        start = at + 1;
      }
    }
    return words;
  }
}
