package io.github.backupdiag.linear;

import io.github.backupdiag.linear.LinearPatterns.Use;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The regular expressions of a module: in constants, and in calls that take them as texts. */
public final class OwnPatterns {

  private static final Path SOURCES = Path.of("src/main/java");

  /** That of a matcher takes no pattern; that of a text takes another argument behind it. */
  private static final Pattern IN_CALL =
      Pattern.compile(
          "\\.(split|replaceAll|replaceFirst|matches)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"" + "(,?)");

  private static final Pattern CALL =
      Pattern.compile("\\.(find|results|replace\\w+|split|matches|lookingAt)\\(");
  private static final Set<String> AT_BEGIN = Set.of("matches", "lookingAt");

  /** Reads a constant; by code of the module itself, which may. */
  @FunctionalInterface
  public interface Constants {

    /** Gives its value. */
    Object value(Field field) throws ReflectiveOperationException;
  }

  /** A pattern, where it stands and how it is used there. */
  public record Own(String place, Pattern pattern, Use use) {

    /** Tells of a text on which it takes more than its share. */
    public Stream<String> complaint() {
      return LinearPatterns.complaint(pattern, use).stream()
          .map(text -> place + " " + use + " " + pattern + " on " + text);
    }
  }

  private final Constants constants;
  private final List<Own> found = new ArrayList<>();

  private OwnPatterns(Constants constants) {
    this.constants = constants;
  }

  /** Finds those of the module whose tests run. */
  public static List<Own> of(Constants constants) throws IOException, ReflectiveOperationException {
    OwnPatterns own = new OwnPatterns(constants);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      files = walk.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    for (Path file : files) {
      own.add(file);
    }
    return own.found;
  }

  private void add(Path file) throws IOException, ReflectiveOperationException {
    String name = SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.');
    String source = Files.readString(file);
    for (MatchResult call : IN_CALL.matcher(source).results().toList()) {
      Use use = call.group(1).equals("matches") ? Use.AT_BEGIN : Use.SEARCH;
      if (!call.group(1).startsWith("replace") || !call.group(3).isEmpty()) {
        found.add(new Own(name, Pattern.compile(text(call.group(2))), use));
      }
    }
    if (source.contains("Pattern.compile(")) {
      addConstants(Class.forName(name), source);
    }
  }

  /** What the compiler makes of a text; a character by its number is one to the pattern, too. */
  private static String text(String literal) {
    return literal.replaceAll("(?<!\\\\)\\\\u", "\\\\\\\\u").translateEscapes();
  }

  private void addConstants(Class<?> type, String source) throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        for (Object value : values(constants.value(field))) {
          if (value instanceof Pattern pattern) {
            String place = type.getName() + "." + field.getName();
            found.add(new Own(place, pattern, use(field.getName(), source)));
          }
        }
      }
    }
    for (Class<?> inner : type.getDeclaredClasses()) {
      addConstants(inner, source);
    }
  }

  private static Collection<?> values(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values();
    }
    return value instanceof Collection<?> all ? all : value == null ? List.of() : List.of(value);
  }

  /** At its begin only where no call behind a use of the constant searches. */
  private static Use use(String name, String source) {
    Pattern uses = Pattern.compile("\\b" + name + "\\.(?:matcher\\([^;]*?|asMatch)");
    boolean searched =
        uses.matcher(source)
            .results()
            .map(at -> CALL.matcher(source).results().filter(c -> c.start() >= at.end() - 1))
            .map(calls -> calls.findFirst().map(call -> call.group(1)).orElse("find"))
            .anyMatch(call -> !AT_BEGIN.contains(call));
    boolean used = uses.matcher(source).find();
    return searched || !used ? Use.SEARCH : Use.AT_BEGIN;
  }
}
