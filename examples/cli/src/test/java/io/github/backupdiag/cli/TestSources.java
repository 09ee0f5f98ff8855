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

/** The tests of core and guest module, as text. */
final class TestSources {

  private static final List<Path> FOLDERS =
      List.of(
          Path.of("..", "..", "backup-diag-core", "src", "test", "java"),
          Path.of("..", "..", "backup-diag-guest", "src", "test", "java"));

  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();

  private TestSources() {}

  static TestSources ofCoreAndGuest() {
    TestSources sources = new TestSources();
    FOLDERS.forEach(sources::read);
    for (Diagnostic rule : ServiceLoader.load(Diagnostic.class)) {
      sources.names.put(rule.descriptor().id(), rule.getClass().getSimpleName());
    }
    for (Probe probe : ServiceLoader.load(Probe.class)) {
      sources.names.put(probe.descriptor().id(), probe.getClass().getSimpleName());
    }
    return sources;
  }

  private void read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        texts.merge(name, Files.readString(file), String::concat); // one name in several packages
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether there is a test method {@code Class.method}. */
  boolean has(String test) {
    int dot = test.indexOf('.');
    String text = dot < 0 ? null : texts.get(test.substring(0, dot));
    return text != null && text.contains("void " + test.substring(dot + 1) + "(");
  }

  /** Gives the classes that try the rule or probe of this id. */
  List<String> trying(String id) {
    if (id.startsWith("core.signature/")) {
      return List.of("SignatureDiagnosticTest");
    }
    if (id.startsWith("core.event/")) {
      return List.of("EventDiagnosticTest");
    }
    String type = names.get(id);
    List<String> tests = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          if (name.endsWith("Test")
              && (name.equals(type + "Test") || text.contains("new " + type + "("))) {
            tests.add(name);
          }
        });
    return tests;
  }
}
