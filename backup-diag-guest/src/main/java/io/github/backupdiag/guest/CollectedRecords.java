package io.github.backupdiag.guest;

import io.github.backupdiag.guestaccess.PathEntry;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of a collected stream by what they speak of. Total: an odd record is passed over. */
final class CollectedRecords {

  /** What a file is that a path leads to. */
  record Followed(long size, @Nullable Instant modified) {}

  private static final String HEAD = "backup-diag-guest ";

  final boolean windows;
  final NavigableMap<String, PathEntry> entries = new TreeMap<>();
  final NavigableMap<String, CollectedPart> contents = new TreeMap<>();
  final Map<String, Followed> followed = new HashMap<>();
  final Map<String, Boolean> globs = new HashMap<>();
  final Map<String, String> refused = new HashMap<>();
  final Map<String, String> missing = new HashMap<>();
  final Map<String, String> odd = new HashMap<>();
  final Map<String, byte[]> rooms = new HashMap<>();
  final Map<String, CollectedOutput> others = new HashMap<>();
  final Map<List<String>, CollectedOutput> commands = new HashMap<>();
  private final Map<String, String> context = new HashMap<>();
  private final List<String> arguments = new ArrayList<>();
  private byte[] printed = {};
  private boolean complete;

  private CollectedRecords(boolean windows) {
    this.windows = windows;
  }

  /** Whether bytes begin as a script of ours writes. */
  static boolean isOne(byte[] bytes) {
    byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= head.length
        && java.util.Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }

  /**
   * Reads what {@link #isOne} accepts.
   *
   * @throws NotAGuestException if a newer script wrote it, or it ends before it says anything
   */
  static CollectedRecords read(byte[] bytes, String name) throws NotAGuestException {
    CollectedLines lines = new CollectedLines(bytes);
    String[] head = lines.take().split(" ", -1);
    if (head.length < 3 || !head[1].equals("1")) {
      throw new NotAGuestException(
          name + " is of a version that is not known here; take the script of this program");
    }
    CollectedRecords records = new CollectedRecords(head[2].equals("windows"));
    while (!lines.isAtEnd()) {
      String record = lines.take();
      byte[] content = lines.takeContent();
      boolean last = lines.isAtEnd() && !record.equals(".");
      if (!last || (lines.isLineWhole() && isAlone(record))) {
        records.take(record, content);
      }
    }
    if (instant(records.context.getOrDefault("clock", "")) == null) {
      throw new NotAGuestException(name + " ends in its first lines; run the script again");
    }
    return records;
  }

  /** Whether a record has no content; that of the last one may have been cut. */
  private static boolean isAlone(String record) {
    return !record.isEmpty() && "swlzmG-oai".indexOf(record.charAt(0)) >= 0;
  }

  /** Whether the script came to its end and its output is whole. */
  boolean isComplete() {
    return complete;
  }

  /** When the guest was asked, by its own clock. */
  Instant clock() {
    return Objects.requireNonNull(instant(context.getOrDefault("clock", "")));
  }

  /** A path as it stands in the maps. */
  String key(String path) {
    return windows ? path.toLowerCase(Locale.ROOT) : path;
  }

  private void take(String record, byte[] content) {
    String rest = record.length() > 2 ? record.substring(2) : "";
    switch (record.isEmpty() ? ' ' : record.charAt(0)) {
      case 's' -> put(StatLine.ofStat(rest));
      case 'l' -> put(StatLine.ofList(rest));
      case 'w' -> put(StatLine.ofWindows(rest));
      case 'z' -> follow(rest.split(" ", 3), 0, 1);
      case 'm' -> follow(StatLine.sizeOfList(rest), 0, -1);
      case 'f' -> content('f', rest.split(" ", 2), content);
      case 'b' -> content('f', rest.split(" ", 2), unhexed(content));
      case 't', 'g' -> content(record.charAt(0), rest.split(" ", 3), content);
      case 'G' -> globs.put(key(rest.substring(Math.min(2, rest.length()))), rest.startsWith("1"));
      case '-' -> missing.put(key(rest), rest);
      case '!' -> refused.put(key(rest), new String(content, StandardCharsets.UTF_8).strip());
      case 'o' -> odd.put(key(rest), rest);
      case 'd' -> rooms.put(key(rest), content);
      case 'a' -> arguments.add(rest);
      case 'y' -> printed = content;
      case 'x' -> command(rest, content);
      case 'T', 'H', 'k' -> other(record.charAt(0), rest, content);
      case 'i' -> context(rest.split(" ", 2));
      case '.' -> complete = true;
      default -> {} // of a later version
    }
  }

  private void put(@Nullable PathEntry entry) {
    if (entry != null) {
      entries.put(key(entry.path()), entry);
    }
  }

  private void follow(String[] words, int size, int modified) {
    if (words.length > 1 && number(words[size]) >= 0) {
      followed.put(
          key(words[words.length - 1]),
          new Followed(number(words[size]), modified < 0 ? null : instant(words[modified])));
    }
  }

  private void content(char kind, String[] words, byte[] bytes) {
    boolean sized = kind != 'f';
    if (words.length == (sized ? 3 : 2) && number(words[0]) >= 0) {
      long size = sized ? number(words[1]) : -1;
      String path = words[words.length - 1];
      CollectedPart before = contents.get(key(path));
      if (before == null || before.limit() < number(words[0])) {
        contents.put(key(path), new CollectedPart(path, kind, number(words[0]), size, bytes));
      }
    }
  }

  private static byte[] unhexed(byte[] digits) {
    String hex = new String(digits, StandardCharsets.US_ASCII).replaceAll("[^0-9a-f]", "");
    return HexFormat.of().parseHex(hex, 0, hex.length() & ~1);
  }

  private void command(String status, byte[] output) {
    commands.put(
        List.copyOf(arguments), new CollectedOutput(status, output.length == 0 ? printed : output));
    arguments.clear();
    printed = new byte[0];
  }

  /** The subject is the rest behind one or two words that tell how it went. */
  private void other(char kind, String rest, byte[] content) {
    String[] words = rest.split(" ", 3);
    if (words.length == 3) {
      String subject = kind == 'k' ? words[2].toLowerCase(Locale.ROOT) : words[2];
      others.put(kind + " " + subject, new CollectedOutput(words[0] + " " + words[1], content));
    }
  }

  private void context(String[] words) {
    if (words.length == 2) {
      context.put(words[0], words[1]);
    }
  }

  static long number(String digits) {
    boolean fits = !digits.isEmpty() && digits.length() <= 18;
    return fits && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(digits) : -1;
  }

  static @Nullable Instant instant(String seconds) {
    try {
      return number(seconds) < 0 ? null : Instant.ofEpochSecond(number(seconds));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
