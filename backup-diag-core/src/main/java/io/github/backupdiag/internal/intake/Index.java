package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.internal.catalog.PackedParts;
import io.github.backupdiag.internal.flat.FlatArrays;
import io.github.backupdiag.internal.flat.StringTable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * All that can be recognised, made for looking it up. What it knows of codes it takes from the
 * catalog when a text names them. Thread-safe.
 */
final class Index {

  /** Name of the packed index. */
  static final String PART = "intake";

  private static final int NUMBERS_OF_NAME = 3;
  private static final int NUMBERS_OF_MESSAGE = 2;

  private final Catalog catalog;
  private final Automaton automaton;
  private final StringTable forms;
  private final int[] wholeOnly;
  private final int[] namesFrom;
  private final int[] names;
  private final int[] messagesFrom;
  private final int[] messages;
  private final int[] numbers;
  private final int[] numberedFrom;
  private final int[] numbered;
  private final StringTable words;
  private final WholeMessages wholeMessages;
  private final SentenceIndex sentences;
  private final AtomicReferenceArray<Pattern> patterns;
  private final AtomicReferenceArray<ErrorCode> codes;
  private final int longest;
  private volatile @Nullable OfficialCodes officialCodes;

  Index(Catalog catalog, FlatArrays.Reader in) {
    this.catalog = catalog;
    automaton = new Automaton(in);
    forms = new StringTable(in);
    wholeOnly = in.ints();
    namesFrom = in.ints();
    names = in.ints();
    messagesFrom = in.ints();
    messages = in.ints();
    numbers = in.ints();
    numberedFrom = in.ints();
    numbered = in.ints();
    words = new StringTable(in);
    wholeMessages = new WholeMessages(in.ints(), forms, numbers);
    sentences = new SentenceIndex(in);
    patterns = new AtomicReferenceArray<>(wholeOnly.length);
    codes = new AtomicReferenceArray<>(words.size());
    int most = 0;
    for (int number = 0; number < wholeOnly.length; number++) {
      most = Math.max(most, forms.length(number));
    }
    longest = most;
  }

  /** Reads the index that the build made of our catalog; makes that of any other. */
  static Index of(Catalog catalog) {
    byte[] packed = catalog instanceof PackedParts parts ? parts.part(PART) : null;
    return new Index(
        catalog,
        packed == null
            ? IndexLayout.of(catalog).reader()
            : FlatArrays.read(ByteBuffer.wrap(packed)));
  }

  /** Gives a pattern by its number. */
  Pattern pattern(int number) {
    Pattern known = patterns.get(number);
    if (known == null) {
      known = new Pattern(forms.get(number), names(number), messages(number), isWholeOnly(number));
      patterns.set(number, known);
    }
    return known;
  }

  private List<Pattern.Name> names(int number) {
    List<Pattern.Name> found = new ArrayList<>(1);
    for (int i = namesFrom[number]; i < namesFrom[number + 1]; i += NUMBERS_OF_NAME) {
      Pattern.Kind kind = Pattern.Kind.valueOf(words.get(names[i + 2]));
      found.add(new Pattern.Name(code(names[i]), words.get(names[i + 1]), kind));
    }
    return List.copyOf(found);
  }

  private List<Pattern.Message> messages(int number) {
    List<Pattern.Message> found = new ArrayList<>(1);
    for (int i = messagesFrom[number]; i < messagesFrom[number + 1]; i += NUMBERS_OF_MESSAGE) {
      found.add(new Pattern.Message(code(messages[i]), words.get(messages[i + 1])));
    }
    return List.copyOf(found);
  }

  private boolean isWholeOnly(int number) {
    return wholeOnly[number] != 0;
  }

  /** Keeps what the catalog gave: it may unpack the code at each question. */
  private ErrorCode code(int word) {
    ErrorCode known = codes.get(word);
    if (known == null) {
      known = Objects.requireNonNull(catalog.code(words.get(word)), "of the catalog itself");
      codes.set(word, known);
    }
    return known;
  }

  /** The messages by their words. */
  SentenceIndex sentences() {
    return sentences;
  }

  WholeMessages wholeMessages() {
    return wholeMessages;
  }

  Automaton automaton() {
    return automaton;
  }

  /** Length of the longest pattern. */
  int longest() {
    return longest;
  }

  /** The codes of Microsoft's as a whole. */
  OfficialCodes officialCodes() {
    OfficialCodes made = officialCodes;
    if (made == null) {
      made = new OfficialCodes(catalog.codes());
      officialCodes = made;
    }
    return made;
  }

  /** Gives codes that begin with a form and may be recognised anywhere, about so many of them. */
  List<ErrorCode> beginningWith(String form, int enough) {
    List<ErrorCode> found = new ArrayList<>(2);
    for (int number = firstFrom(form);
        number < forms.size() && found.size() < enough && forms.get(number).startsWith(form);
        number++) {
      for (Pattern.Name name : pattern(number).names()) {
        boolean counts =
            name.kind() == Pattern.Kind.OFFICIAL && !Context.restrictsNames(name.code());
        if (counts && !found.contains(name.code())) {
          found.add(name.code());
        }
      }
    }
    return found;
  }

  private int firstFrom(String form) {
    int low = 0;
    int high = forms.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (forms.compare(middle, form) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Gives the codes that have a number. */
  List<ErrorCode> numbered(int number) {
    int at = Arrays.binarySearch(numbers, number);
    if (at < 0) {
      return List.of();
    }
    List<ErrorCode> found = new ArrayList<>(1);
    for (int i = numberedFrom[at]; i < numberedFrom[at + 1]; i++) {
      found.add(code(numbered[i]));
    }
    return found;
  }
}
