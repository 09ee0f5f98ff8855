package io.github.backupdiag.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How each cause is looked for: cause, check, the rule that carries it out with its test, or why
 * nobody does. The table is written to {@code target/checks-of-causes.md}.
 */
class ChecksOfCausesTest {

  private static final ChecksCarriedOut CARRIED_OUT = ChecksCarriedOut.byOurRules();
  private static final List<Cause> CAUSES = LoadedCatalog.with(List.of()).causes();
  private static final Map<String, Class<?>> CLASSES = classes();

  @Test
  void everyCheckIsCarriedOutOrHasAReason() throws IOException {
    List<String> open = new ArrayList<>();
    StringBuilder table =
        new StringBuilder("| cause | check | rule, or why not | test |\n|---|---|---|---|\n");
    for (Cause cause : CAUSES) {
      for (String check : cause.checks()) {
        List<String> rules = CARRIED_OUT.rules(cause, check);
        if (rules.isEmpty() && CARRIED_OUT.reason(cause, check) == null) {
          open.add(cause.id() + ": " + check);
        }
        table.append(row(cause, check, rules));
      }
    }
    Files.writeString(Path.of("target", "checks-of-causes.md"), table);
    assertThat(open).as("checks without a rule of their cause and without a reason").isEmpty();
  }

  @Test
  void everyRuleOfOursHasATest() {
    for (Class<?> rule : CLASSES.values()) {
      assertThat(test(rule)).as("test of " + rule).isNotNull();
    }
  }

  @Test
  void everyRuleOfOursNamesItsChecks() {
    for (DiagnosticDescriptor rule : CARRIED_OUT.rules()) {
      if (CLASSES.containsKey(rule.id())) {
        assertThat(rule.checks()).as(rule.id()).isNotEmpty();
      }
    }
  }

  @Test
  void everyReasonIsNeeded() {
    Set<String> used = new TreeSet<>();
    for (Cause cause : CAUSES) {
      for (String check : cause.checks()) {
        if (CARRIED_OUT.rules(cause, check).isEmpty()) {
          used.add(String.valueOf(CARRIED_OUT.key(cause, check)));
        }
      }
    }
    assertThat(used).containsAll(CARRIED_OUT.reasons().keySet());
  }

  private static String row(Cause cause, String check, List<String> rules) {
    String start = "| " + cause.id() + " | " + check + " | ";
    if (rules.isEmpty()) {
      return start + "not: " + CARRIED_OUT.reason(cause, check) + " | |\n";
    }
    List<String> tests = new ArrayList<>();
    for (String rule : rules) {
      Class<?> type = CLASSES.get(rule);
      tests.add(type == null ? ofData(rule) : test(type));
    }
    return start + String.join(", ", rules) + " | " + String.join(", ", tests) + " |\n";
  }

  /** Gives the test of the rules that are made from the catalog. */
  private static String ofData(String rule) {
    return rule.startsWith("core.signature/")
        ? "SignatureDiagnosticTest"
        : rule.startsWith("core.event/") ? "EventDiagnosticTest" : "KnownDefectDiagnosticTest";
  }

  /** Gives the test that bears the rule's name, or else one beside it that tries the rule. */
  private static String test(Class<?> rule) {
    Path folder = Path.of("src", "test", "java").resolve(rule.getPackageName().replace('.', '/'));
    String own = rule.getSimpleName() + "Test.java";
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .filter(file -> file.endsWith(own) || names(file, rule.getSimpleName()))
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .min(
              Comparator.comparing((String name) -> !own.startsWith(name))
                  .thenComparing(name -> name))
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean names(Path file, String rule) {
    try {
      return Files.readString(file).contains("new " + rule + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Class<?>> classes() {
    String name = "/META-INF/services/" + Diagnostic.class.getName();
    Map<String, Class<?>> byId = new TreeMap<>();
    try (InputStream in = Diagnostic.class.getResourceAsStream(name)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        Diagnostic rule =
            Class.forName(line).asSubclass(Diagnostic.class).getConstructor().newInstance();
        byId.put(rule.descriptor().id(), rule.getClass());
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return byId;
  }
}
