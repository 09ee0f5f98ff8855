package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls of the PowerShell script's functions, one for each thing to read. */
final class PowerShellQuestions {

  private static final String WRITERS = "'vssadmin.exe','list','writers'";

  private final int most;

  /** Of each call the highest limits count. */
  private final Map<String, List<Long>> calls = new LinkedHashMap<>();

  private final Map<String, List<Long>> network = new LinkedHashMap<>();

  /**
   * Takes questions.
   *
   * @param most how many bytes of a file from its beginning at the most
   */
  PowerShellQuestions(Collection<Question<?>> questions, int most) {
    this.most = most;
    questions.forEach(this::take);
  }

  private void take(Question<?> question) {
    String subject = Places.named(Subject.of(question));
    if (question instanceof Question.Registry registry) {
      call("Key " + quoted(subject) + " @ @", registry.depth(), registry.maxValues());
    } else if (question instanceof Question.Command command) {
      command(command);
    } else if (question instanceof Question.Tcp || question instanceof Question.Http) {
      if (!subject.contains("{")) {
        WebAddress address = WebAddress.of(question);
        network.merge(
            address.call(PowerShellQuestions::quoted, "`r`n"),
            List.of(address.seconds()),
            PowerShellQuestions::higher);
      }
    } else if (isOfWindows(subject)) {
      file(question, quoted(subject), subject);
    }
  }

  private static boolean isOfWindows(String subject) {
    return subject.startsWith(":/", 1);
  }

  private void file(Question<?> question, String path, String subject) {
    if (question instanceof Question.Stat) {
      call((subject.indexOf('*') < 0 ? "Stat " + path : "Listing " + path + " 1000"));
    } else if (question instanceof Question.Listing listing) {
      call("Listing " + path + " @", listing.maxEntries());
    } else if (question instanceof Question.Files files) {
      call("Files " + path + " @ @", files.maxFiles(), Math.min(most, files.maxBytes()));
    } else if (question instanceof Question.Newest newest) {
      call("Files " + path + " 1000 @", Math.min(most, newest.maxBytes()));
    } else if (question instanceof Question.Space) {
      call("Room " + path);
    } else if (question instanceof Question.File file) {
      boolean tail = file.part() == Question.Part.TAIL;
      boolean one = subject.indexOf('*') < 0;
      String function = tail ? one ? "Tail " : "Tails " : one ? "Head " : "Files ";
      String limits = tail || one ? " @" : " 100 @";
      call(function + path + limits, tail ? file.maxBytes() : Math.min(most, file.maxBytes()));
    }
  }

  private void command(Question.Command command) {
    if (command.argv().get(0).endsWith(".exe")) {
      List<String> words = command.argv().stream().map(PowerShellQuestions::quoted).toList();
      call("Run @ @(" + String.join(",", words) + ")", Math.max(1, command.timeout().toSeconds()));
    }
  }

  private void call(String call, long... limits) {
    List<Long> wanted = new ArrayList<>();
    for (long limit : limits) {
      wanted.add(limit);
    }
    calls.merge(call, wanted, PowerShellQuestions::higher);
  }

  private static List<Long> higher(List<Long> one, List<Long> other) {
    List<Long> higher = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      higher.add(Math.max(one.get(i), other.get(i)));
    }
    return higher;
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** All calls; what takes longest and what goes into the network comes last. */
  String text() {
    List<String> lines = new ArrayList<>();
    List<String> last = new ArrayList<>();
    calls.forEach(
        (call, limits) -> {
          String line = filled(call, limits);
          boolean writers = call.contains(WRITERS);
          (writers ? last : lines).add(writers ? "if (-not (BackupRuns)) { " + line + " }" : line);
        });
    lines.addAll(last);
    if (!network.isEmpty()) {
      lines.add("if (IsAzure) {");
      network.forEach((call, limits) -> lines.add("  " + filled(call, limits)));
      lines.add("}");
    }
    return String.join("\n", lines.stream().map(line -> "  " + line).toList());
  }

  /** A mark is a word of its own; arguments of commands stand in quotes. */
  private static String filled(String call, List<Long> limits) {
    String filled = call;
    for (long limit : limits) {
      filled = filled.replaceFirst(" @(?= |$)", " " + limit);
    }
    return filled;
  }
}
