package io.github.backupdiag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What samples the tests of rules and probes hold, by what they expect. */
final class Samples {

  private static final Map<String, String> OF_RULES = new LinkedHashMap<>();
  private static final Map<String, String> OF_PROBES = new LinkedHashMap<>();

  static {
    OF_RULES.put("confirmed", ".expectConfirmed(");
    OF_RULES.put("ruled out", ".expectRuledOut(");
    OF_RULES.put("left open", ".expectInconclusive(|.expectNotApplicable(");
    OF_RULES.put("unseen", ".givenUnavailable(|.givenAbsent(");
    OF_PROBES.put("absent", ".expectAbsent(");
    OF_PROBES.put("refused", ".expectUnavailable(");
  }

  private Samples() {}

  /** Says how many tests expect what: {@code 12 tests: 3 confirmed, 2 ruled out}. */
  static String ofRules(List<TestSource.Method> tests) {
    return count(tests, OF_RULES);
  }

  static String ofProbes(List<TestSource.Method> tests) {
    return count(tests, OF_PROBES);
  }

  private static String count(List<TestSource.Method> tests, Map<String, String> kinds) {
    List<String> bodies = tests.stream().distinct().map(TestSource.Method::body).toList();
    List<String> parts = new ArrayList<>();
    kinds.forEach(
        (what, calls) -> {
          long count = bodies.stream().filter(body -> holdsAny(body, calls)).count();
          if (count > 0) {
            parts.add(count + " " + what);
          }
        });
    String total = bodies.size() == 1 ? "1 test" : bodies.size() + " tests";
    return bodies.isEmpty() ? "" : total + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static boolean holdsAny(String body, String calls) {
    return List.of(calls.split("\\|")).stream().anyMatch(body::contains);
  }
}
