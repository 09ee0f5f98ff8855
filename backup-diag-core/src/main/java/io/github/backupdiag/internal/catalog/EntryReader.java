package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NoiseCondition;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import io.github.backupdiag.catalog.Retry;
import io.github.backupdiag.internal.json.Json;
import io.github.backupdiag.internal.scan.Expression;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns one JSON entry into a value of the catalog. */
final class EntryReader {

  private static final List<String> KINDS_OF_STEP =
      List.of("text", "portal", "az", "powershell", "bash", "cmd");
  private static final List<String> PLANES = List.of("azure", "guest");
  private static final List<String> RETRYABLE = List.of("yes", "no", "conditional", "unknown");
  private static final List<String> RETRY_REASONS =
      List.of(
          "passes",
          "again",
          "after-wait",
          "after-fix",
          "changed-request",
          "not-supported",
          "gone",
          "cause-decides",
          "still-running",
          "nothing-failed",
          "not-current");
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final String BENIGN = "benign";
  private static final int SHORTEST_LITERAL = 4;
  private static final int LONGEST_LITERAL = 1024;
  private static final List<String> LEVELS = List.of("VERBOSE", "INFO", "WARNING", "ERROR");
  private static final List<String> SEVERITIES =
      List.of("error", "warning", "info", "milestone", "benign");

  private EntryReader() {}

  /** Reads one kind of entry. */
  interface Reader<T> {
    Entry<T> read(Fields fields, Problems problems);
  }

  static Entry<ErrorCode> code(Fields fields, Problems problems) {
    ErrorCode code =
        new ErrorCode(
            fields.text("code"),
            fields.texts("aliases"),
            fields.texts("damagedForms"),
            fields.numbers("numbers"),
            fields.texts("matchOnlyIn"),
            fields.flag("synthetic"),
            fields.mark("obsolete"),
            obsoleteSince(fields, problems),
            orElse(fields.optionalText("scope"), "backup"),
            orElse(fields.optionalText("topic"), "other"),
            retry(fields),
            fields.texts("causes"),
            fields.texts("sources"));
    Entry.Mode mode =
        fields.flag("extends")
            ? Entry.Mode.EXTENDS
            : fields.flag("replaces") ? Entry.Mode.REPLACES : Entry.Mode.NEW;
    return new Entry<>(code.code(), code, fields.place(), mode);
  }

  static Entry<Cause> cause(Fields fields, Problems problems) {
    Cause cause =
        new Cause(
            fields.text("id"),
            fields.oneOf("kind", Cause.Kind.class),
            fields.text("topic"),
            fields.systems("os"),
            Set.copyOf(fields.words("planes", PLANES)),
            fields.oneOf("prior", Cause.Prior.class),
            fields.texts("leadsTo"),
            fields.texts("checks"),
            fields.texts("remediations"),
            fields.flag("danger"),
            fields.flag("notCheckable"),
            fields.texts("sources"));
    return entry(cause.id(), cause, fields);
  }

  static Entry<Remediation> remediation(Fields fields, Problems problems) {
    String id = fields.text("id");
    Set<Os> os = fields.systems("os");
    List<RemediationStep> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Json item : fields.items("steps")) {
      Fields stepFields = new Fields(item, fields.place().file(), problems);
      if (stepFields.isObject()) {
        RemediationStep step = step(stepFields, problems, id, os);
        if (!ids.add(step.id())) {
          problems.add(
              stepFields.place(),
              "step '" + step.id() + "' stands here for the second time; rename one");
        }
        steps.add(step);
      }
    }
    Remediation remediation =
        new Remediation(
            id,
            os,
            fields.oneOf("risk", Remediation.Risk.class),
            List.copyOf(steps),
            fields.texts("sources"));
    if (fields.items("steps").isEmpty()) {
      problems.add(fields.place(), "remediation '" + id + "' has no steps; add one");
    }
    return entry(id, remediation, fields);
  }

  private static RemediationStep step(
      Fields fields, Problems problems, String remediation, Set<Os> os) {
    String id = remediation + "/" + fields.text("id");
    Set<Os> systems = fields.items("os").isEmpty() ? os : fields.systems("os");
    String kind = fields.word("kind", KINDS_OF_STEP);
    String command = fields.optionalText("command");
    boolean wordsOnly = kind.equals("text") || kind.equals("portal");
    if (wordsOnly && command != null) {
      problems.add(
          fields.place("command"), "a step of kind " + kind + " has no command; remove it");
    } else if (!wordsOnly && command == null && KINDS_OF_STEP.contains(kind)) {
      problems.add(fields.place(), "step '" + id + "' has no command; name one for " + kind);
    }
    fields.refuseOthers();
    return new RemediationStep(id, kind, systems, command);
  }

  static Entry<LogSignature> signature(Fields fields, Problems problems) {
    String severity = fields.word("severity", SEVERITIES);
    Fields noise = fields.object("noise");
    if (noise != null && !severity.equals(BENIGN)) {
      problems.add(noise.place(), "only a benign signature has 'noise'; remove it");
    }
    LogSignature signature =
        new LogSignature(
            fields.text("id"),
            fields.text("log"),
            fields.systemsOrAny("os"),
            literal(fields, problems),
            regex(fields, problems),
            severity,
            fields.texts("causes"),
            fields.flag("proves"),
            fields.number("milestone", 0),
            severity.equals(BENIGN) ? noise(noise) : null);
    fields.optionalText("conditions");
    fields.texts("sources");
    return entry(signature.id(), signature, fields);
  }

  /** A shorter one is everywhere, and a log is looked through for literals, line by line. */
  private static String literal(Fields fields, Problems problems) {
    String literal = fields.text("literal");
    int length = literal.getBytes(StandardCharsets.UTF_8).length;
    if (length > 0 && (length < SHORTEST_LITERAL || length > LONGEST_LITERAL)) {
      problems.add(
          fields.place("literal"),
          "'literal' has "
              + length
              + " bytes; give it from "
              + SHORTEST_LITERAL
              + " to "
              + LONGEST_LITERAL);
    }
    if (literal.indexOf('\n') >= 0 || literal.indexOf('\r') >= 0) {
      problems.add(
          fields.place("literal"), "'literal' holds an end of line; give it what one line holds");
    }
    return literal;
  }

  private static @Nullable String regex(Fields fields, Problems problems) {
    String regex = fields.optionalText("regex");
    String problem = regex == null ? null : Expression.problem(regex);
    if (problem != null) {
      problems.add(
          fields.place("regex"), "'regex' is no expression of RE2: " + problem + "; correct it");
    }
    return regex;
  }

  private static NoiseCondition noise(@Nullable Fields fields) {
    if (fields == null) {
      return NoiseCondition.ALWAYS;
    }
    NoiseCondition noise =
        new NoiseCondition(
            Set.copyOf(fields.words("levels", LEVELS)),
            Set.copyOf(fields.texts("threads")),
            Set.copyOf(fields.texts("prefixes")),
            fields.flag("wholeRecord"),
            fields.texts("holds"),
            fields.texts("holdsOneOf"),
            fields.texts("distributions"),
            fields.number("fewerThan", 2),
            fields.optionalText("followedBy"),
            fields.texts("unlessFollowedBy"),
            fields.optionalText("healedBy"));
    fields.refuseOthers();
    return noise;
  }

  static Entry<PortalMessage> message(Fields fields, Problems problems) {
    PortalMessage message =
        new PortalMessage(
            fields.text("code"),
            fields.text("language"),
            fields.text("text"),
            fields.flag("fragment"));
    return new Entry<>(message.code(), message, fields.place(), Entry.Mode.REPLACES);
  }

  private static Retry retry(Fields fields) {
    String verdict =
        fields.optionalText("retryable") == null ? "unknown" : fields.word("retryable", RETRYABLE);
    String reason =
        fields.optionalText("retryReason") == null
            ? null
            : fields.word("retryReason", RETRY_REASONS);
    return new Retry(verdict, reason, fields.flag("retryStated"));
  }

  /** Reads since when a code is obsolete; whoever only says that it is may write {@code true}. */
  private static @Nullable String obsoleteSince(Fields fields, Problems problems) {
    Fields obsolete = fields.isMarkedOnly("obsolete") ? null : fields.object("obsolete");
    if (obsolete == null) {
      return null;
    }
    String since = obsolete.optionalText("since");
    if (since != null && !DATE.matcher(since).matches()) {
      problems.add(
          obsolete.place("since"),
          "'since' is '" + since + "'; write it as 2023, 2023-09 or 2023-09-06");
    }
    obsolete.optionalText("reason");
    obsolete.optionalText("replacedBy");
    obsolete.refuseOthers();
    return since;
  }

  private static <T> Entry<T> entry(String id, T value, Fields fields) {
    return new Entry<>(
        id, value, fields.place(), fields.flag("replaces") ? Entry.Mode.REPLACES : Entry.Mode.NEW);
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
