package io.github.backupdiag.internal.intake.naming;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.internal.catalog.PackedParts;
import io.github.backupdiag.internal.flat.FlatArrays;
import io.github.backupdiag.internal.flat.StringTable;
import java.nio.ByteBuffer;
import java.util.Locale;

/** The terms of one language, with the causes that are spoken of with each. Immutable. */
final class TermTable {

  /** How many texts of the catalog there are. */
  final int all;

  private final StringTable names;
  private final StringTable causes;
  private final int[] slots;
  private final int[] texts;
  private final int[] mentionsFrom;
  private final int[] mentions;
  private final float[] weights;

  private TermTable(FlatArrays.Reader in) {
    all = in.ints()[0];
    names = new StringTable(in);
    causes = new StringTable(in);
    slots = in.ints();
    texts = in.ints();
    mentionsFrom = in.ints();
    mentions = in.ints();
    weights = in.floats();
  }

  /** Reads the table that the build made of our catalog; makes that of any other. */
  static TermTable of(Catalog catalog, Locale language) {
    byte[] packed = catalog instanceof PackedParts parts ? parts.part(part(language)) : null;
    return new TermTable(
        packed == null
            ? CauseTerms.of(catalog, language).reader()
            : FlatArrays.read(ByteBuffer.wrap(packed)));
  }

  /** Name of the packed table of a language. */
  static String part(Locale language) {
    return "naming-" + language.toLanguageTag();
  }

  static int slot(char[] letters, int length, int slots) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + letters[i];
    }
    return (hash ^ (hash >>> 15)) & (slots - 1);
  }

  int size() {
    return texts.length;
  }

  int causes() {
    return causes.size();
  }

  String cause(int number) {
    return causes.get(number);
  }

  /** Gives the number of a term, or -1 if no text of the catalog holds it. */
  int find(char[] letters, int length) {
    for (int slot = slot(letters, length, slots.length);
        slots[slot] != 0;
        slot = (slot + 1) & (slots.length - 1)) {
      if (names.equals(slots[slot] - 1, letters, length)) {
        return slots[slot] - 1;
      }
    }
    return -1;
  }

  /** In how many texts a term stands. */
  int texts(int term) {
    return texts[term];
  }

  int mentionsFrom(int term) {
    return mentionsFrom[term];
  }

  int mentionsTo(int term) {
    return mentionsFrom[term + 1];
  }

  int mentioned(int mention) {
    return mentions[mention];
  }

  float weight(int mention) {
    return weights[mention];
  }
}
