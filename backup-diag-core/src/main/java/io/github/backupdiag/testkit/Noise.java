package io.github.backupdiag.testkit;

import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Invents answers and damages real ones; the same seed gives the same noise. */
final class Noise {

  /**
   * Pieces on which parsers stumble: cut tokens, odd blanks and ends, huge numbers, odd letters.
   */
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r\n",
          "\r",
          "\0",
          " ",
          "\t",
          "=",
          ":",
          "#",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          "<a>",
          "</",
          "<?xml",
          "-1",
          "0",
          "99999999999999999999",
          "1e999",
          "NaN",
          "null",
          "true",
          "key",
          "2026-02-30T25:61:61Z",
          "\u0130",
          "\uFEFF",
          "\uD83D\uDE00",
          "\u202E",
          "%s",
          "../",
          "x".repeat(600));

  private static final List<String> VALUE_NAMES =
      List.of("", "Start", "ImagePath", "ObjectName", "Version", "Release", "x", "\u0130");
  private static final List<String> VALUE_TYPES =
      List.of("REG_SZ", "REG_DWORD", "REG_QWORD", "REG_MULTI_SZ", "REG_BINARY", "REG_1F");

  private static final Pattern WILDCARD = Pattern.compile("[*?]");
  private static final Pattern UNFIT = Pattern.compile("[/\\\\\0$]");

  private final Random random;

  Noise(Random random) {
    this.random = random;
  }

  @Nullable Object answer(Question<?> question) {
    if (question instanceof Question.File file) {
      return file(file.path(), bytes());
    } else if (question instanceof Question.Newest newest) {
      return file(path(newest.glob()), bytes());
    } else if (question instanceof Question.Files some) {
      List<FileContent> files = some(() -> file(path(some.glob()), bytes()));
      return new FileContents(files, random.nextBoolean());
    } else if (question instanceof Question.Listing listing) {
      List<PathEntry> entries = some(() -> entry(path(listing.glob())));
      return new PathEntries(entries, random.nextBoolean());
    } else if (question instanceof Question.Stat stat) {
      return entry(stat.path());
    } else if (question instanceof Question.Space) {
      return new SpaceLeft(number(), number(), random.nextBoolean() ? null : number());
    } else if (question instanceof Question.Command) {
      return new CommandOutput(random.nextInt(300) - 2, bytes(), bytes(), random.nextBoolean());
    } else if (question instanceof Question.Tcp) {
      return new TcpAnswer(outcome(0), piece());
    } else if (question instanceof Question.Http) {
      return http();
    } else if (question instanceof Question.Registry registry) {
      return key(registry.key().substring(registry.key().lastIndexOf('\\') + 1), registry.depth());
    }
    return null;
  }

  /** The same kind of answer with other bytes; answers without bytes stay as they are. */
  Object damaged(Object answer) {
    if (answer instanceof FileContent file) {
      return file(file.path(), damagedBytes(file.bytes()));
    } else if (answer instanceof FileContents files) {
      UnaryOperator<FileContent> damage = file -> (FileContent) damaged(file);
      return new FileContents(files.files().stream().map(damage).toList(), random.nextBoolean());
    } else if (answer instanceof CommandOutput output) {
      return new CommandOutput(
          output.exitStatus(), damagedBytes(output.out()), output.err(), random.nextBoolean());
    } else if (answer instanceof RegistryKey key) {
      return damaged(key);
    }
    return answer;
  }

  private RegistryKey damaged(RegistryKey key) {
    List<RegistryValue> values =
        key.values().stream()
            .map(value -> random.nextInt(3) == 0 ? value : damaged(value))
            .filter(value -> random.nextInt(5) > 0)
            .toList();
    return new RegistryKey(
        key.name(), values, key.keys().stream().map(this::damaged).toList(), random.nextBoolean());
  }

  private RegistryValue damaged(RegistryValue value) {
    byte[] data = damagedBytes(value.data().getBytes(StandardCharsets.UTF_8));
    return new RegistryValue(
        value.name(),
        random.nextInt(4) == 0 ? registryValue().type() : value.type(),
        new String(data, StandardCharsets.UTF_8));
  }

  private RegistryKey key(String name, int depth) {
    List<RegistryKey> keys = depth == 0 ? List.of() : some(() -> key(piece(), depth - 1));
    return new RegistryKey(name, some(this::registryValue), keys, random.nextBoolean());
  }

  private RegistryValue registryValue() {
    return new RegistryValue(
        VALUE_NAMES.get(random.nextInt(VALUE_NAMES.size())),
        VALUE_TYPES.get(random.nextInt(VALUE_TYPES.size())),
        random.nextBoolean() ? piece() : Long.toString(number()));
  }

  private HttpAnswer http() {
    return random.nextInt(3) == 0
        ? HttpAnswer.none(outcome(1), random.nextBoolean(), piece())
        : HttpAnswer.of(
            100 + random.nextInt(900),
            time(),
            Instant.ofEpochSecond(random.nextInt()),
            bytes(),
            random.nextBoolean());
  }

  private NetworkOutcome outcome(int from) {
    NetworkOutcome[] outcomes = NetworkOutcome.values();
    return outcomes[from + random.nextInt(outcomes.length - from)];
  }

  private byte[] bytes() {
    return switch (random.nextInt(4)) {
      case 0 -> new byte[0];
      case 1 -> random(random.nextInt(2000));
      case 2 -> random(random.nextInt(40));
      default -> pieces();
    };
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] pieces() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(piece());
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  /** Cuts, flips, repeats or adds, a few times over. */
  private byte[] damagedBytes(byte[] real) {
    byte[] bytes = real.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = damagedOnce(bytes);
    }
    return bytes;
  }

  private byte[] damagedOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    byte[] head = Arrays.copyOf(bytes, at);
    byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
    return switch (random.nextInt(5)) {
      case 0 -> head;
      case 1 -> tail;
      case 2 -> joined(head, random(1 + random.nextInt(4)), tail);
      case 3 -> joined(head, piece().getBytes(StandardCharsets.UTF_8), tail);
      default -> joined(tail, head, tail);
    };
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private FileContent file(String path, byte[] bytes) {
    boolean cut = random.nextInt(4) == 0;
    return new FileContent(
        path, bytes, cut ? random.nextInt(99) : 0, bytes.length + (cut ? 99L : 0), time());
  }

  private PathEntry entry(String path) {
    PathEntry.Type[] types = PathEntry.Type.values();
    PathEntry.Type type = types[random.nextInt(types.length)];
    return new PathEntry(
        path,
        type,
        type == PathEntry.Type.FILE ? number() : 0,
        type == PathEntry.Type.LINK ? piece() : null,
        random.nextBoolean() ? null : random.nextInt(2000),
        random.nextBoolean() ? null : random.nextInt(010000),
        time());
  }

  /** A path that matches a glob. */
  private String path(String glob) {
    return WILDCARD
        .matcher(glob)
        .replaceAll(
            wildcard ->
                wildcard.group().equals("?")
                    ? "x"
                    : UNFIT.matcher(piece()).replaceAll("") + random.nextInt(20));
  }

  private long number() {
    return random.nextInt(3) == 0 ? 0 : random.nextLong() >>> (1 + random.nextInt(62));
  }

  private @Nullable Instant time() {
    return random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt());
  }

  private <T> List<T> some(Supplier<T> make) {
    List<T> made = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      made.add(make.get());
    }
    return made;
  }
}
