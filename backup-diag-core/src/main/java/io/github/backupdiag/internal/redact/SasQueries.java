package io.github.backupdiag.internal.redact;

import io.github.backupdiag.internal.redact.NamedSecret.Shape;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shared access signatures in a query: not only {@code sig}, also when it ends, what it allows and
 * for whom. Parameters of other names ({@code snapshot}, {@code comp}) stay. On a host of Azure
 * Storage they go even when the signature itself was cut off.
 *
 * <p>Names: "Create a service SAS", "Create a user delegation SAS" and "Create an account SAS" of
 * the REST reference of Azure Storage.
 */
final class SasQueries {

  private static final Set<String> NAMES =
      Set.of(
          "sv", "ss", "srt", "sr", "sp", "st", "se", "sip", "spr", "si", "sig", "skoid", "sktid",
          "skt", "ske", "sks", "skv", "saoid", "suoid", "scid", "sdd", "ses", "sdu", "skdutid");

  private static final List<String> SERVICES =
      List.of(".blob.", ".queue.", ".file.", ".table.", ".dfs.", ".web.");

  private static final int LONGEST_NAME = 7;

  private final PlainText text;
  private final Spans found;
  private boolean storageHost;

  private SasQueries(PlainText text, Spans found) {
    this.text = text;
    this.found = found;
  }

  static void scan(PlainText text, Spans found) {
    new SasQueries(text, found).run();
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      char c = text.at(i);
      if (Ascii.isSpace(c) || Ascii.isQuote(c)) {
        storageHost = false;
      } else if (text.hasWord(i, "://")) {
        i = authority(i + 3);
        continue;
      }
      i = nameLength(i) > 0 && !Ascii.isName(text.at(i - 1)) ? query(i) : i + 1;
    }
  }

  private int authority(int start) {
    int end = start;
    while (Ascii.isName(text.at(end))) {
      end++;
    }
    String host = text.plain(start, Math.min(end, start + 256)).toLowerCase(java.util.Locale.ROOT);
    storageHost = SERVICES.stream().anyMatch(host::contains);
    return end;
  }

  /** Hides the parameters that begin here and gives the index after the last of them. */
  private int query(int start) {
    int end = end(start, null);
    if (storageHost || isSigned(start, end)) {
      end(start, found);
    }
    return end;
  }

  private boolean isSigned(int start, int end) {
    boolean several = false;
    boolean signed = false;
    for (int i = start; i < end; i = next(i)) {
      several |= i > start;
      signed |= isSignature(i);
    }
    return several && signed;
  }

  private boolean isSignature(int name) {
    int value = name + 4;
    return nameLength(name) == 3
        && text.hasWord(name, "sig")
        && !isHarmless(value, valueEnd(value))
        && !Harmless.isOrdinary(text, value, valueEnd(value));
  }

  /** Walks over parameters joined by {@code &}; runs of secret ones go into {@code hidden}. */
  private int end(int start, @Nullable Spans hidden) {
    int end = start;
    int from = start;
    int to = start;
    for (int i = start; i < text.length() && nameEnd(i) > i; i = next(i)) {
      int value = nameEnd(i) + 1;
      end = valueEnd(value);
      boolean secret = nameLength(i) > 0 && !isHarmless(value, end);
      if (!secret) {
        hide(from, to, hidden);
        from = next(i);
        to = from;
      } else {
        to = end;
      }
      if (text.at(end) != '&') {
        break;
      }
    }
    hide(from, to, hidden);
    return Math.max(end, start + 1);
  }

  /** A signature alone is found by its name, and gets the token of that name elsewhere. */
  private void hide(int from, int to, @Nullable Spans hidden) {
    boolean alone = from < to && text.hasWord(from, "sig=") && valueEnd(from + 4) == to;
    if (hidden != null && !alone) {
      hidden.add(from, to, Kind.SAS);
    }
  }

  private int next(int name) {
    return valueEnd(nameEnd(name) + 1) + 1;
  }

  private boolean isHarmless(int value, int end) {
    return Harmless.isPlaceholder(text, value, end) || text.isToken(value, end);
  }

  /** Where the name of a parameter ends that has a value, else {@code start}. */
  private int nameEnd(int start) {
    int end = text.nameEnd(start);
    return text.at(end) == '=' ? end : start;
  }

  private int valueEnd(int value) {
    return Extent.unquoted(text, value, text.level(value), Shape.ENCODED);
  }

  /** Length of the name of a parameter of a signature that stands here with a value, or 0. */
  private int nameLength(int start) {
    int end = start;
    while (end - start <= LONGEST_NAME && Ascii.isLetter(text.at(end))) {
      end++;
    }
    boolean named = end > start && text.at(end) == '=' && end - start <= LONGEST_NAME;
    return named && NAMES.contains(lower(start, end)) ? end - start : 0;
  }

  private String lower(int start, int end) {
    return text.plain(start, end).toLowerCase(java.util.Locale.ROOT);
  }
}
