package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls of the shell script's functions, one for each thing to read. */
final class ShellQuestions {

  private static final Pattern NAME = Pattern.compile("/?\\{([a-z-]+)\\}");
  private static final String PACKAGES = "/var/lib/dpkg/status";
  private static final String LIB = "lib";

  /** Where a value is known only in the guest: what lists it, in the order of the script. */
  private static final Map<String, String> LISTS =
      Map.of(
          "mount", "mounts",
          "script", "scripts",
          "script-config", "script_configs",
          "locker", "lockers",
          "agent", "agents",
          "variables", "variables",
          "storage", "storage");

  private final int most;

  /** Calls by the name in braces, empty for none; of each call the highest limit counts. */
  private final Map<String, Map<String, Long>> calls = new TreeMap<>();

  private final Map<String, Set<String>> paths = new TreeMap<>();
  private final Set<String> network = new LinkedHashSet<>();

  /**
   * Takes questions.
   *
   * @param most how many bytes of a file at the most
   */
  ShellQuestions(Collection<Question<?>> questions, int most) {
    this.most = most;
    Map<String, Long> patience = new LinkedHashMap<>();
    for (Question<?> question : questions) {
      if (question instanceof Question.Tcp || question instanceof Question.Http) {
        WebAddress address = WebAddress.of(question);
        patience.merge(
            address.call(ShellQuestions::quoted, "\\r\\n"), address.seconds(), Math::max);
      } else if (isOfLinux(question)) {
        take(question);
      }
    }
    patience.forEach(
        (call, seconds) ->
            network.add(
                call.replaceFirst("^Tcp @", "tcp " + seconds)
                    .replaceFirst("^Http @", "http " + seconds)
                    .replace("'{storage}'", "\"$1\"")));
  }

  private static boolean isOfLinux(Question<?> question) {
    return question instanceof Question.Command command
        ? !command.argv().get(0).endsWith(".exe")
        : Subject.of(question).startsWith("/");
  }

  private void take(Question<?> question) {
    String subject = Places.named(Subject.of(question));
    if (subject.startsWith(AgentConfigFile.DEFAULT_FOLDER)) {
      subject = "/{lib}" + subject.substring(AgentConfigFile.DEFAULT_FOLDER.length());
    }
    if (question instanceof Question.Stat) {
      paths.computeIfAbsent(name(subject), any -> new LinkedHashSet<>()).add(word(subject));
    } else if (question instanceof Question.Space) {
      call(subject, "room", 0);
    } else if (question instanceof Question.Listing listing) {
      call(subject, "list @", listing.maxEntries());
    } else if (question instanceof Question.Newest newest) {
      call(subject, "newest @", Math.min(most, newest.maxBytes()));
    } else if (question instanceof Question.Files files) {
      files(subject, files);
    } else if (question instanceof Question.File file) {
      file(subject, file);
    } else if (question instanceof Question.Command command) {
      command(command);
    }
  }

  private void files(String subject, Question.Files files) {
    boolean processes = subject.startsWith("/proc/*/");
    int bytes = Math.min(most, files.maxBytes());
    call(subject, (processes ? "procs " : "files ") + files.maxFiles() + " @", bytes);
  }

  /** What a script of the user says is nobody's business. */
  private void file(String subject, Question.File file) {
    int bytes = Math.min(most, file.maxBytes());
    if (subject.equals(Places.SCRIPT)) {
      return;
    }
    if (subject.endsWith("/environ")) {
      calls.computeIfAbsent("agent", any -> new LinkedHashMap<>()).put("environ @ \"$1\"", 65_536L);
    } else if (subject.equals(PACKAGES)) {
      call(subject, "package @", file.maxBytes());
    } else if (file.part() == Question.Part.TAIL) {
      call(subject, "log @", file.maxBytes());
    } else if (subject.indexOf('*') < 0) {
      call(subject, "content @", bytes);
    } else {
      boolean numbered = subject.substring(subject.lastIndexOf('/')).indexOf('*') >= 0;
      call(subject, numbered ? "newest @" : "files 100 @", bytes);
    }
  }

  private void command(Question.Command command) {
    StringBuilder line = new StringBuilder("cmd " + Math.max(1, command.timeout().toSeconds()));
    command.argv().forEach(argument -> line.append(' ').append(quoted(argument)));
    calls.computeIfAbsent("", any -> new LinkedHashMap<>()).put(line.toString(), 0L);
  }

  private void call(String subject, String function, long limit) {
    calls
        .computeIfAbsent(name(subject), any -> new LinkedHashMap<>())
        .merge(function + " " + word(subject), limit, Math::max);
  }

  private static String name(String subject) {
    Matcher name = NAME.matcher(subject);
    return name.find() ? name.group(1) : "";
  }

  /** A path as the shell takes it: a name in braces becomes a variable. */
  private static String word(String subject) {
    Matcher name = NAME.matcher(subject);
    if (!name.find()) {
      return quoted(subject);
    }
    String behind = subject.substring(name.end());
    String value = name.group(1).equals(LIB) ? "$L" : behind.isEmpty() ? "$1" : "${1%/}";
    boolean first = subject.charAt(name.start()) == '/' && !subject.startsWith("/proc/");
    String before = first ? "" : subject.substring(0, name.start()) + "/";
    return "\"" + before.replace("//", "/") + value + behind + "\"";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Functions of the script that ask all of it. */
  String functions() {
    List<String> lines = new ArrayList<>();
    function("in_lib", lines(LIB), lines);
    List<String> all = new ArrayList<>(lines(""));
    for (String name : new TreeMap<>(LISTS).keySet()) {
      List<String> own = lines(name);
      if (!own.isEmpty()) {
        function("on_" + name.replace('-', '_'), own, lines);
        all.add(LISTS.get(name) + " | each on_" + name.replace('-', '_'));
      }
    }
    function("questions", all, lines);
    List<String> addresses = new ArrayList<>();
    for (String address : network) {
      boolean storage = address.contains("\"$1\"");
      if (storage) {
        function("on_storage", List.of(address), lines);
      }
      addresses.add(storage ? "storage | each on_storage" : address);
    }
    function("network", addresses, lines);
    return String.join("\n", lines);
  }

  private List<String> lines(String name) {
    List<String> lines = new ArrayList<>();
    Set<String> looked = paths.getOrDefault(name, Set.of());
    if (!looked.isEmpty()) {
      lines.add("paths " + String.join(" \\\n    ", looked));
    }
    calls
        .getOrDefault(name, Map.of())
        .forEach((call, limit) -> lines.add(call.replace("@", limit.toString())));
    return lines;
  }

  private static void function(String name, List<String> body, List<String> into) {
    into.add(name + "() {");
    (body.isEmpty() ? List.of(":") : body).forEach(line -> into.add("  " + line));
    into.add("}");
  }
}
