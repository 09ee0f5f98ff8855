package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Check;
import java.util.List;
import java.util.regex.Pattern;

/** Turns a JSON entry into a check. */
final class CheckReader {

  private static final Pattern ACTION =
      Pattern.compile("[A-Za-z.]++(/[A-Za-z]++)++|Graph [A-Za-z]++(\\.[A-Za-z]++)*+");

  private CheckReader() {}

  static Entry<Check> check(Fields fields, Problems problems) {
    Check check =
        new Check(
            fields.text("id"),
            fields.word("plane", List.of("azure", "guest")),
            fields.systems("os"),
            fields.oneOf("strength", Check.Strength.class),
            fields.texts("proves"),
            fields.texts("actions"),
            fields.flag("notCheckable"));
    checkProof(check, fields, problems);
    check.actions().forEach(action -> checkAction(action, fields, problems));
    if (check.plane().equals("guest") && !check.actions().isEmpty()) {
      problems.add(
          fields.place("actions"),
          "check '"
              + check.id()
              + "' looks into the guest, which takes no Azure actions;"
              + " remove them, or say \"plane\": \"azure\"");
    }
    Entry.Mode mode = fields.flag("replaces") ? Entry.Mode.REPLACES : Entry.Mode.NEW;
    return new Entry<>(check.id(), check, fields.place(), mode);
  }

  private static void checkProof(Check check, Fields fields, Problems problems) {
    boolean proves = check.strength() == Check.Strength.PROVES;
    boolean isReadable = !proves || "proves".equals(fields.optionalText("strength"));
    if (isReadable && proves == check.proves().isEmpty()) {
      problems.add(
          fields.place(),
          "check '" + check.id() + "' must name what it proves if, and only if, it proves");
    }
  }

  private static void checkAction(String action, Fields fields, Problems problems) {
    if (!ACTION.matcher(action).matches()) {
      problems.add(
          fields.place("actions"),
          "'"
              + action
              + "' is no Azure action; write it like Microsoft.Compute/virtualMachines/read");
    }
  }
}
