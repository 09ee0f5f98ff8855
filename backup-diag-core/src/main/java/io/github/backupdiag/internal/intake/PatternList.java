package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.internal.flat.FlatArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the patterns of a catalog, one for each normal form. */
final class PatternList {

  private static final List<String> PREFIXES = List.of(Humps.PREFIX, "Extension", "Extention");

  /** Behind "Extension" words of programs follow as well, as in SnapshotFailed. */
  private static final int HUMPS_TELLING = 3;

  private static final int SHORTEST_NAME = 4;
  private static final int SHORTEST_UNPREFIXED = 12;
  private static final int SHORTEST_MESSAGE = 12;
  private static final int SHORTEST_CJK_MESSAGE = 6;

  private final SortedMap<String, Draft> byForm = new TreeMap<>();

  void addOfficial(ErrorCode code) {
    addName(code, code.code(), Pattern.Kind.OFFICIAL);
    code.aliases().forEach(alias -> addName(code, alias, Pattern.Kind.OFFICIAL));
  }

  void addDamaged(ErrorCode code) {
    code.damagedForms().forEach(form -> addName(code, form, Pattern.Kind.DAMAGED));
  }

  void addUnprefixed(ErrorCode code) {
    addUnprefixed(code, code.code());
    code.aliases().forEach(alias -> addUnprefixed(code, alias));
  }

  void addMessage(PortalMessage message, ErrorCode code) {
    String form = NormalForm.of(message.text());
    if (form.isEmpty()) {
      return;
    }
    Draft draft = byForm.computeIfAbsent(form, key -> new Draft());
    draft.anywhere |= !message.fragment() && form.length() >= shortest(form);
    if (draft.messages.stream().noneMatch(known -> known.code().equals(code))) {
      draft.messages.add(new Pattern.Message(code, message.language()));
    }
    if (draft.text.isEmpty()) {
      draft.text = message.text();
    }
  }

  List<Pattern> sorted() {
    List<Pattern> patterns = new ArrayList<>(byForm.size());
    byForm.forEach((form, draft) -> patterns.add(draft.pattern(form)));
    return patterns;
  }

  /** Lays out the messages to which a text may be similar, with the numbers of their patterns. */
  FlatArrays sentences() {
    SentenceDraft sentences = new SentenceDraft();
    int number = 0;
    for (Map.Entry<String, Draft> entry : byForm.entrySet()) {
      Draft draft = entry.getValue();
      if (draft.anywhere && entry.getKey().length() >= SHORTEST_MESSAGE) {
        sentences.add(number, draft.messages.get(0).language(), draft.text);
      }
      number++;
    }
    return SentenceLayout.of(sentences);
  }

  private void addUnprefixed(ErrorCode code, String name) {
    for (String prefix : PREFIXES) {
      String left = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
      boolean telling = prefix.equals(Humps.PREFIX) || Humps.of(left).size() >= HUMPS_TELLING;
      if (left.length() >= SHORTEST_UNPREFIXED && telling) {
        addName(code, left, Pattern.Kind.UNPREFIXED);
      }
    }
  }

  private void addName(ErrorCode code, String spelled, Pattern.Kind kind) {
    String form = NormalForm.of(spelled);
    if (form.length() < SHORTEST_NAME) {
      return;
    }
    Draft draft = byForm.computeIfAbsent(form, key -> new Draft());
    // What one code is called officially is no damaged form of another.
    boolean taken = draft.names.stream().anyMatch(name -> name.kind().compareTo(kind) < 0);
    if (!taken) {
      draft.names.add(new Pattern.Name(code, spelled, kind));
    }
  }

  private static int shortest(String form) {
    return Folding.hasCjk(form) ? SHORTEST_CJK_MESSAGE : SHORTEST_MESSAGE;
  }

  private static final class Draft {

    final List<Pattern.Name> names = new ArrayList<>();
    final List<Pattern.Message> messages = new ArrayList<>();
    boolean anywhere;
    String text = "";

    Pattern pattern(String form) {
      return new Pattern(form, List.copyOf(names), List.copyOf(messages), !anywhere);
    }
  }
}
