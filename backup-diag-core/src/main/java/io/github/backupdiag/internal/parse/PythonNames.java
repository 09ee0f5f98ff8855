package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.Pythons.Python;
import io.github.backupdiag.guestaccess.PathEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells interpreters and their versions by names and links, without running anything. */
public final class PythonNames {

  /** Names in the order of the start script; each is tried in both folders. */
  private static final List<String> SEARCHED =
      List.of(
          "python3.8",
          "python3.7",
          "python3.6",
          "python3.5",
          "python3.4",
          "python3.3",
          "python3",
          "python2.7",
          "python2.6",
          "python2",
          "python");

  private static final List<String> FOLDERS = List.of("/usr/bin/", "/usr/local/bin/");
  private static final int MOST_LINKS = 8;
  private static final Pattern VERSION = Pattern.compile("python([23]\\.\\d{1,3})$");
  private static final Pattern INTERPRETER =
      Pattern.compile("(?:platform-)?python(?:[23](?:\\.\\d{1,3})?)?");

  private final Map<String, PathEntry> entries = new LinkedHashMap<>();
  private final List<String> libraries;

  /**
   * Takes what is known.
   *
   * @param entries entries of the folders of programs and of {@code /etc/alternatives}
   * @param libraries paths of folders of libraries, such as {@code /usr/lib/python3.12}
   */
  public PythonNames(List<PathEntry> entries, List<String> libraries) {
    entries.forEach(entry -> this.entries.put(entry.path(), entry));
    this.libraries = List.copyOf(libraries);
  }

  /**
   * Gives the interpreters that the start script finds.
   *
   * @return in its order
   */
  public List<Python> searched() {
    List<Python> found = new ArrayList<>();
    for (String name : SEARCHED) {
      for (String folder : FOLDERS) {
        Python python = at(folder + name);
        if (python != null) {
          found.add(python);
        }
      }
    }
    return found;
  }

  /**
   * Gives the interpreters that the start script does not look for.
   *
   * @return in alphabetical order
   */
  public List<Python> others() {
    List<Python> found = new ArrayList<>();
    for (String path : entries.keySet()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      boolean known = SEARCHED.contains(name) && !path.startsWith("/etc/");
      if (!known && !path.startsWith("/etc/") && INTERPRETER.matcher(name).matches()) {
        Python python = at(path);
        if (python != null) {
          found.add(python);
        }
      }
    }
    return found;
  }

  /**
   * Looks at one path.
   *
   * @param path a program
   * @return the interpreter, or null if there is none or its link leads nowhere
   */
  public @Nullable Python at(String path) {
    String end = path;
    for (int hops = 0; hops < MOST_LINKS; hops++) {
      PathEntry entry = entries.get(end);
      if (entry == null) {
        return hops > 0 && isElsewhere(end) ? new Python(path, version(end)) : null;
      }
      String target = entry.linkTarget();
      if (target == null) {
        return entry.type() == PathEntry.Type.FILE ? new Python(path, version(end)) : null;
      }
      end = target.startsWith("/") ? target : normal(end, target);
    }
    return null;
  }

  /** A link out of the folders that were listed may well lead to a program. */
  private static boolean isElsewhere(String path) {
    return FOLDERS.stream().noneMatch(path::startsWith)
        && !path.startsWith("/etc/alternatives/")
        && !path.startsWith("/usr/libexec/");
  }

  private static String normal(String link, String target) {
    List<String> parts = new ArrayList<>(List.of(link.split("/", -1)));
    parts.remove(parts.size() - 1);
    for (String part : target.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.size() > 1) {
          parts.remove(parts.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /** By the name, or by the only library of that generation. */
  private @Nullable String version(String path) {
    Matcher named = VERSION.matcher(path);
    if (named.find()) {
      return named.group(1);
    }
    String generation = path.endsWith("2") ? "2." : "3.";
    List<String> versions =
        libraries.stream()
            .map(VERSION::matcher)
            .filter(Matcher::find)
            .map(matcher -> matcher.group(1))
            .filter(version -> version.startsWith(generation))
            .distinct()
            .toList();
    boolean certain = path.endsWith("python3") || path.endsWith("python2");
    return certain && versions.size() == 1 ? versions.get(0) : null;
  }
}
