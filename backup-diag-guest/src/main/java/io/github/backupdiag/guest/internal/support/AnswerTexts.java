package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guest.internal.support.Kept.Answered;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Answers that are no file, as texts for people: what commands, folders, registry, network say. */
final class AnswerTexts {

  private static final String FOLDER = "answers/";

  private final SortedMap<String, String> paths = new TreeMap<>();
  private final SortedSet<String> rooms = new TreeSet<>();
  private final SortedSet<String> network = new TreeSet<>();
  private final StringBuilder registry = new StringBuilder();
  private final SortedMap<String, String> texts = new TreeMap<>();
  private int sealed;
  private int commands;

  private AnswerTexts() {}

  /** Gives texts by the names of their entries. */
  static AnswerTexts of(List<Answered> answers) {
    AnswerTexts all = new AnswerTexts();
    answers.forEach(one -> all.add(one.question(), one.answer()));
    all.join();
    return all;
  }

  void forEach(BiConsumer<String, String> action) {
    texts.forEach(action);
  }

  private void add(Question<?> question, Observation<?> answer) {
    String subject = Subject.of(question);
    Object value = answer instanceof Observed<?> observed ? observed.value() : null;
    if (value instanceof CommandOutput output) {
      texts.put(commandName(subject), CommandText.of(subject, output));
    } else if (value instanceof PathEntry entry) {
      add(entry);
    } else if (value instanceof PathEntries entries) {
      entries.entries().forEach(this::add);
    } else if (value instanceof SpaceLeft left) {
      String inodes = left.freeInodes() == null ? "" : ", " + left.freeInodes() + " inodes free";
      rooms.add(subject + ": " + left.usable() + " of " + left.total() + " bytes free" + inodes);
    } else if (value instanceof RegistryKey key) {
      RegistryText.write(subject, key, registry);
    } else if (value instanceof TcpAnswer tcp) {
      network.add(subject + " " + tcp.outcome() + " " + tcp.detail());
    } else if (value instanceof HttpAnswer http) {
      network.add(subject + " " + line(http));
    } else if (answer instanceof Absent<?> && question instanceof Question.Stat) {
      putPath(subject, "is not there");
    }
  }

  /** The body stays in the guest: what the platform answers may hold secrets. */
  private static String line(HttpAnswer http) {
    return http.outcome()
        + (http.status() == 0
            ? " " + http.detail()
            : " HTTP " + http.status() + ", " + http.body().length + " bytes (left out)");
  }

  private String commandName(String subject) {
    String program = subject.split(" ", 2)[0].replace('\\', '/');
    String name = program.substring(program.lastIndexOf('/') + 1);
    return "%scommands/%03d-%s.txt".formatted(FOLDER, ++commands, EntryName.of(name));
  }

  private void add(PathEntry entry) {
    String mode = entry.mode() == null ? "" : " %04o".formatted(entry.mode());
    String owner = entry.owner() == null ? "" : " owner " + entry.owner();
    String size = entry.type() == PathEntry.Type.FILE ? " " + entry.size() + " bytes" : "";
    String time = entry.modified() == null ? "" : " " + entry.modified();
    String link = entry.linkTarget() == null ? "" : " -> " + entry.linkTarget();
    putPath(entry.path(), entry.type() + mode + owner + size + time + link);
  }

  private void putPath(String path, String text) {
    if (!Sealed.holds(path)) {
      paths.put(path, text);
    } else if (paths.put("\0" + path, "") == null) {
      sealed++;
    }
  }

  private void join() {
    StringBuilder all = new StringBuilder();
    paths.forEach((path, text) -> all.append(path.startsWith("\0") ? "" : line(path, text)));
    if (sealed > 0) {
      all.append("(and ").append(sealed).append(" names of keys, certificates or passwords)\n");
    }
    put("paths.txt", all);
    put("room.txt", String.join("\n", rooms));
    put("network.txt", String.join("\n", network));
    put("registry.txt", registry);
  }

  private static String line(String path, String text) {
    return path + ": " + text + "\n";
  }

  private void put(String name, CharSequence text) {
    if (!text.isEmpty()) {
      texts.put(FOLDER + name, text.toString().stripTrailing() + "\n");
    }
  }
}
