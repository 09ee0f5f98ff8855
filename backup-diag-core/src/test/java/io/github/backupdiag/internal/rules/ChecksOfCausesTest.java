package io.github.backupdiag.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  private static final Map<String, String> REASONS = reasons();
  private static final List<Cause> CAUSES = LoadedCatalog.with(List.of()).causes();
  private static final Map<String, Set<DiagnosticDescriptor>> RULES = rulesByCheck();
  private static final Map<String, Class<?>> CLASSES = classes();

  @Test
  void everyCheckIsCarriedOutOrHasAReason() throws IOException {
    List<String> open = new ArrayList<>();
    StringBuilder table =
        new StringBuilder("| cause | check | rule, or why not | test |\n|---|---|---|---|\n");
    for (Cause cause : CAUSES) {
      for (String check : cause.checks()) {
        String rules = rules(cause, check);
        if (rules.isEmpty() && reason(cause.id(), check) == null) {
          open.add(cause.id() + ": " + check);
        }
        table.append(row(cause.id(), check, rules));
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
    for (DiagnosticDescriptor rule : all()) {
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
        if (rules(cause, check).isEmpty()) {
          used.add(String.valueOf(key(cause.id(), check)));
        }
      }
    }
    assertThat(used).containsAll(REASONS.keySet());
  }

  private static String row(String cause, String check, String rules) {
    if (rules.isEmpty()) {
      return "| " + cause + " | " + check + " | not: " + reason(cause, check) + " | |\n";
    }
    List<String> tests = new ArrayList<>();
    for (String rule : List.of(rules.split(", ", -1))) {
      Class<?> type = CLASSES.get(rule);
      tests.add(type == null ? ofData(rule) : test(type));
    }
    return "| " + cause + " | " + check + " | " + rules + " | " + String.join(", ", tests) + " |\n";
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

  /** Rules that carry the check out for this cause. */
  private static String rules(Cause cause, String check) {
    return String.join(
        ", ",
        RULES.getOrDefault(check, Set.of()).stream()
            .filter(rule -> rule.cause().equals(cause.id()))
            .map(DiagnosticDescriptor::id)
            .sorted()
            .toList());
  }

  private static String reason(String cause, String check) {
    String key = key(cause, check);
    return key == null ? null : REASONS.get(key);
  }

  /** A reason holds for a check of one cause, for a check, or for a family of checks. */
  private static String key(String cause, String check) {
    List<String> keys = new ArrayList<>(List.of(cause + "/" + check, check));
    for (int dot = check.lastIndexOf('.'); dot > 0; dot = check.lastIndexOf('.', dot - 1)) {
      keys.add(check.substring(0, dot) + ".*");
    }
    return keys.stream().filter(REASONS::containsKey).findFirst().orElse(null);
  }

  private static List<DiagnosticDescriptor> all() {
    return BackupDiagnosis.builder().build().diagnostics();
  }

  private static Map<String, Set<DiagnosticDescriptor>> rulesByCheck() {
    Map<String, Set<DiagnosticDescriptor>> byCheck = new HashMap<>();
    for (DiagnosticDescriptor rule : all()) {
      rule.checks()
          .forEach(
              check -> byCheck.computeIfAbsent(check, c -> new java.util.HashSet<>()).add(rule));
    }
    return byCheck;
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

  private static Map<String, String> reasons() {
    String name = "checks-not-carried-out.json";
    Map<String, String> reasons = new TreeMap<>();
    try (InputStream in = ChecksOfCausesTest.class.getResourceAsStream("/" + name)) {
      Json.read(in, name)
          .fields()
          .forEach((check, reason) -> reasons.put(check, reason.value().toString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return reasons;
  }
}
