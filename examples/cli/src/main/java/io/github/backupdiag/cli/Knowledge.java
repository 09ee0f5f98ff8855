package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.probe.AccessNeed;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects what {@code list} shows: of each topic, the entries whose id holds a word. */
final class Knowledge {

  private final BackupDiagnosis diagnosis;
  private final Texts texts;
  private final String word;

  Knowledge(BackupDiagnosis diagnosis, Locale locale, String word) {
    this.diagnosis = diagnosis;
    this.texts = diagnosis.catalog().texts(locale);
    this.word = word.toLowerCase(Locale.ROOT);
  }

  Known of(String topic) {
    return switch (topic) {
      case "codes" -> codes();
      case "causes" -> causes();
      case "diagnostics" -> diagnostics();
      case "probes" -> probes();
      case "signatures" -> signatures();
      case "checks" -> topics().checks();
      case "errors" -> topics().errors();
      case "remediations" -> topics().remediations();
      case "messages" -> topics().messages();
      default -> throw new IllegalArgumentException(topic);
    };
  }

  private CatalogTopics topics() {
    return new CatalogTopics(diagnosis.catalog(), texts, this::isWanted);
  }

  private Known codes() {
    Known known = new Known("codes", "CODE", "SCOPE", "CAUSES", "TITLE");
    for (ErrorCode code : diagnosis.catalog().codes()) {
      if (isWanted(code.code())) {
        String title = title("code." + code.code());
        int causes = code.causes().size();
        known.add(codeFields(code, title), code.code(), code.scope(), causes + "", title);
      }
    }
    return known;
  }

  private static Map<String, Object> codeFields(ErrorCode code, String title) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", code.code());
    fields.put("title", title);
    fields.put("scope", code.scope());
    fields.put("topic", code.topic());
    fields.put("synthetic", code.synthetic());
    fields.put("obsolete", code.obsolete());
    fields.put("obsoleteSince", code.obsoleteSince());
    fields.put("retryable", code.retry().verdict());
    fields.put("retryReason", code.retry().reason());
    fields.put("retryStated", code.retry().stated());
    fields.put("numbers", code.numbers());
    fields.put("causes", code.causes());
    return fields;
  }

  private Known causes() {
    Known known = new Known("causes", "CAUSE", "KIND", "OS", "PRIOR", "TITLE");
    for (Cause cause : diagnosis.catalog().causes()) {
      if (isWanted(cause.id())) {
        String title = title("cause." + cause.id());
        known.add(
            causeFields(cause, title),
            cause.id(),
            lower(cause.kind()),
            systems(cause.os()),
            lower(cause.prior()),
            title);
      }
    }
    return known;
  }

  private static Map<String, Object> causeFields(Cause cause, String title) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", cause.id());
    fields.put("title", title);
    fields.put("kind", lower(cause.kind()));
    fields.put("topic", cause.topic());
    fields.put("os", names(cause.os()));
    fields.put("prior", lower(cause.prior()));
    fields.put("leadsTo", cause.leadsTo());
    fields.put("checks", cause.checks());
    fields.put("remediations", cause.remediations());
    fields.put("danger", cause.danger());
    fields.put("notCheckable", cause.notCheckable());
    return fields;
  }

  private Known diagnostics() {
    Known known = new Known("diagnostics", "DIAGNOSTIC", "CAUSE ← FACTS IT NEEDS");
    for (DiagnosticDescriptor rule : diagnosis.diagnostics()) {
      if (isWanted(rule.id())) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("cause", rule.cause());
        fields.put("checks", rule.checks());
        fields.put("needs", ids(rule.needs()));
        fields.put("helpful", ids(rule.helpful()));
        fields.put("since", rule.since());
        known.add(fields, rule.id(), rule.cause() + " ← " + joined(ids(rule.needs())));
      }
    }
    return known;
  }

  private Known probes() {
    Known known =
        new Known("probes", "PROBE", "COST", "FACTS IT PROVIDES ← WHAT IT MUST BE ALLOWED");
    for (ProbeDescriptor probe : diagnosis.probes()) {
      if (isWanted(probe.id())) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", probe.id());
        fields.put("checks", probe.checks());
        fields.put("provides", ids(probe.provides()));
        fields.put("needs", ids(probe.needs()));
        fields.put("cost", lower(probe.cost()));
        fields.put("accessNeeds", probe.accessNeeds().stream().map(Knowledge::access).toList());
        known.add(fields, probe.id(), lower(probe.cost()), providesAndAccess(probe));
      }
    }
    return known;
  }

  private static Map<String, Object> access(AccessNeed need) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", lower(need.kind()));
    fields.put("what", need.what());
    fields.put("scope", need.scope());
    return fields;
  }

  private static String providesAndAccess(ProbeDescriptor probe) {
    List<String> access = probe.accessNeeds().stream().map(AccessNeed::what).toList();
    String provides = joined(ids(probe.provides()));
    return access.isEmpty() ? provides : provides + " ← " + joined(access);
  }

  private Known signatures() {
    Known known = new Known("signatures", "SIGNATURE", "LOG", "LITERAL → CAUSES");
    for (LogSignature signature : diagnosis.catalog().signatures()) {
      if (isWanted(signature.id())) {
        known.add(
            signatureFields(signature),
            signature.id(),
            signature.log(),
            signature.literal() + " → " + joined(signature.causes()));
      }
    }
    return known;
  }

  private static Map<String, Object> signatureFields(LogSignature signature) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", signature.id());
    fields.put("log", signature.log());
    fields.put("os", names(signature.os()));
    fields.put("literal", signature.literal());
    fields.put("severity", signature.severity());
    fields.put("causes", signature.causes());
    fields.put("proves", signature.proves());
    return fields;
  }

  private boolean isWanted(String id) {
    return id.toLowerCase(Locale.ROOT).contains(word);
  }

  private String title(String id) {
    String title = texts.find(id + ".title");
    return title == null ? "" : title;
  }

  static String systems(Set<Os> systems) {
    return systems.size() == Os.values().length ? "any" : joined(names(systems));
  }

  static List<String> names(Set<Os> systems) {
    return new TreeSet<>(systems).stream().map(Knowledge::lower).toList();
  }

  private static List<String> ids(Set<FactKey<?>> keys) {
    return keys.stream().map(FactKey::id).toList();
  }

  static String joined(Collection<String> names) {
    return names.isEmpty() ? "–" : String.join(", ", names);
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
