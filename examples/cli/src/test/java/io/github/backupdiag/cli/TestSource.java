package io.github.backupdiag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of tests, as text.
 *
 * @param type its full name
 * @param text what stands in the file
 */
record TestSource(String type, String text) {

  private static final Pattern METHOD = Pattern.compile("( +)void (\\w+)\\(.*");

  /**
   * A test.
   *
   * @param name name of the method
   * @param body its lines
   */
  record Method(String name, String body) {}

  String name() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Tells whether these tests make an instance of a class, or bear its name beside it. */
  boolean tries(Class<?> tried) {
    boolean near = type.startsWith(tried.getPackageName() + ".");
    boolean known = near || text.contains("import " + tried.getName() + ";");
    return name().endsWith("Test")
        && ((near && name().equals(tried.getSimpleName() + "Test"))
            || (known && text.contains("new " + tried.getSimpleName() + "(")));
  }

  /** The tests of one class: those that make it, or all where none names it. */
  List<Method> methodsOf(Class<?> tried) {
    List<Method> all = methods();
    List<Method> naming =
        all.stream()
            .filter(method -> method.body().contains("new " + tried.getSimpleName() + "("))
            .toList();
    boolean own = name().equals(tried.getSimpleName() + "Test");
    return own || naming.isEmpty() ? all : naming;
  }

  /** The methods that are tests: their annotations stand right above. */
  List<Method> methods() {
    List<String> lines = text.lines().toList();
    List<Method> methods = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher head = METHOD.matcher(lines.get(i));
      if (head.matches() && isTest(lines, i)) {
        int end = lines.subList(i, lines.size()).indexOf(head.group(1) + "}");
        List<String> body = lines.subList(i, end < 0 ? lines.size() : i + end);
        methods.add(new Method(head.group(2), String.join("\n", body)));
      }
    }
    return methods;
  }

  private static boolean isTest(List<String> lines, int head) {
    for (int i = head - 1; i >= 0 && !lines.get(i).isBlank(); i--) {
      if (lines.get(i).matches(" *@(Parameterized|Repeated)?Test\\b.*")
          || lines.get(i).matches(" *@Property\\b.*")) {
        return true;
      }
    }
    return false;
  }
}
