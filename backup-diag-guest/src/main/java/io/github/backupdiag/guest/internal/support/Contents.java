package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guest.internal.support.Kept.Answered;
import io.github.backupdiag.guest.internal.support.Redaction.Hidden;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of a guest goes into a bundle, redacted, and what does not. */
final class Contents {

  /** Of the files together; what a diagnosis needs of them is in the facts. */
  private static final long MOST_BYTES = 64L << 20;

  private final Redaction redaction;
  private final List<Member> members = new ArrayList<>();
  private final SortedSet<LeftOut> leftOut = new TreeSet<>();
  private final Set<String> names = new HashSet<>();
  private long bytes;

  private Contents(Redaction redaction) {
    this.redaction = redaction;
  }

  /** Sorts out what was kept. */
  static Contents of(Kept kept, Redaction redaction) {
    Contents contents = new Contents(redaction);
    List<Answered> answers = kept.inOrder();
    Parts.of(answers).forEach(contents::add);
    AnswerTexts.of(answers).forEach(contents::addText);
    answers.forEach(contents::addRefusal);
    kept.noRoom().forEach(path -> contents.leaveOut(path, "over the limit of the bundle"));
    contents.members.sort(Comparator.comparing(Member::entry));
    return contents;
  }

  /** In the order of their names. */
  List<Member> members() {
    return members;
  }

  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  private void add(FileContent part) {
    String objection = objection(part);
    TextBytes text = objection == null ? TextBytes.of(part.bytes()) : null;
    if (text == null) {
      leaveOut(part.path(), objection == null ? "is no text" : objection);
      return;
    }
    boolean cutAfter = part.offset() + part.bytes().length < part.size();
    Hidden hidden = redaction.hidePart(text.text(), part.offset() > 0, cutAfter);
    String path = redaction.hide(part.path()).text();
    put(
        new Member(
            unique(EntryName.ofFile(path, part.offset())),
            hidden.text().getBytes(text.charset()),
            hidden.replaced(),
            Member.Place.of(path, part)));
  }

  private @Nullable String objection(FileContent part) {
    if (Sealed.holds(part.path())) {
      return "may hold a key, a certificate or a password";
    }
    return bytes + part.bytes().length > MOST_BYTES ? "over the limit of the bundle" : null;
  }

  private void addText(String entry, String text) {
    Hidden hidden = redaction.hide(text);
    byte[] content = hidden.text().getBytes(StandardCharsets.UTF_8);
    if (bytes + content.length > MOST_BYTES) {
      leaveOut(entry, "over the limit of the bundle");
    } else {
      put(new Member(unique(entry), content, hidden.replaced(), null));
    }
  }

  private void put(Member member) {
    bytes += member.content().length;
    members.add(member);
  }

  /** Names that differ in letters that were escaped or in their case only get a number. */
  private String unique(String entry) {
    String name = entry;
    for (int i = 2; !names.add(name.toLowerCase(java.util.Locale.ROOT)); i++) {
      name = entry + "~" + i;
    }
    return name;
  }

  private void addRefusal(Answered one) {
    Observation<?> answer = one.answer();
    String subject = Subject.of(one.question());
    if (answer instanceof Unavailable<?> unavailable) {
      switch (unavailable.reason()) {
        case NOT_PERMITTED -> leaveOut(subject, "not permitted");
        case TIMED_OUT -> leaveOut(subject, "was not answered in time");
        case FAILED -> leaveOut(subject, "could not be read");
        default -> {} // a copy that does not hold it
      }
    } else if (answer instanceof Observed<?> observed
        && observed.value() instanceof FileContents files
        && !files.complete()) {
      leaveOut(subject, "some of these could not be read, or are too many");
    }
  }

  private void leaveOut(String path, String reason) {
    leftOut.add(new LeftOut(redaction.hide(path).text(), reason));
  }
}
