package io.github.backupdiag.cli;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.probe.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tests of core and guest module, and the rules and probes that they try. */
final class TestSources {

  private static final Path CORE = Path.of("..", "..", "backup-diag-core", "src");
  private static final Path GUEST = Path.of("..", "..", "backup-diag-guest", "src");

  /** One class tries all rules of a kind, which the catalog makes. */
  private static final Map<String, String> OF_A_KIND =
      Map.of(
          "core.signature/", "SignatureDiagnosticTest",
          "core.event/", "EventDiagnosticTest",
          "core.numeric-error/", "EventDiagnosticTest",
          "core.known-defect/", "KnownDefectDiagnosticTest");

  private final List<TestSource> files = new ArrayList<>();
  private final Map<String, Class<?>> types = new TreeMap<>();

  private TestSources() {}

  static TestSources ofCoreAndGuest() {
    TestSources sources = new TestSources();
    sources.read(CORE.resolve(Path.of("test", "java")));
    sources.read(GUEST.resolve(Path.of("test", "java")));
    for (Diagnostic rule : ServiceLoader.load(Diagnostic.class)) {
      sources.types.put(rule.descriptor().id(), rule.getClass());
    }
    for (Probe probe : ServiceLoader.load(Probe.class)) {
      sources.types.put(probe.descriptor().id(), probe.getClass());
    }
    return sources;
  }

  private void read(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        String path = folder.relativize(file).toString().replace(".java", "");
        files.add(new TestSource(path.replaceAll("[/\\\\]", "."), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether there is a test {@code Class.method}. */
  boolean has(String test) {
    return files.stream()
        .filter(file -> test.startsWith(file.name() + "."))
        .flatMap(file -> file.methods().stream().map(one -> file.name() + "." + one.name()))
        .anyMatch(test::equals);
  }

  /** Gives the classes that try the rule or probe of this id. */
  List<String> trying(String id) {
    String kind = kind(id);
    return kind == null ? ownTests(id).stream().map(TestSource::name).toList() : List.of(kind);
  }

  /** The same without those that try all of a kind. */
  List<TestSource> ownTests(String id) {
    Class<?> type = types.get(id);
    return type == null || kind(id) != null
        ? List.of()
        : files.stream().filter(file -> file.tries(type)).toList();
  }

  /** The tests of a rule or probe of its own. */
  List<TestSource.Method> ownMethods(String id) {
    Class<?> type = types.get(id);
    return type == null
        ? List.of()
        : ownTests(id).stream().flatMap(file -> file.methodsOf(type).stream()).toList();
  }

  /** Tells whether any test of a rule or probe of its own holds one of some calls. */
  boolean holdsAny(String id, String... calls) {
    return ownMethods(id).stream().anyMatch(one -> Stream.of(calls).anyMatch(one.body()::contains));
  }

  private static @Nullable String kind(String id) {
    return OF_A_KIND.entrySet().stream()
        .filter(kind -> id.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The source of a rule of its own, or null where the catalog makes it. */
  @Nullable String rule(String id) {
    Class<?> type = types.get(id);
    if (type == null || kind(id) != null) {
      return null;
    }
    try {
      Path main = CORE.resolve(Path.of("main", "java"));
      return Files.readString(main.resolve(type.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
