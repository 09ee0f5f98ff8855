package io.github.backupdiag.internal.extension;

import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.KnownDefect.Condition;
import io.github.backupdiag.catalog.KnownDefect.Symptom;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentVersions;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.BackupExtension.Folder;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Pythons;
import io.github.backupdiag.fact.guest.Pythons.Python;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges one cause by the known defects of the catalog: where version, condition and symptom agree,
 * the defect was at work. The version alone only raises suspicion, and its absence says nothing.
 */
public final class KnownDefectDiagnostic implements Diagnostic {

  private static final String AGENT = "WALinuxAgent";

  private final DiagnosticDescriptor descriptor;
  private final List<KnownDefect> defects;
  private final Map<String, LogSignature> signatures;

  private KnownDefectDiagnostic(
      String cause, List<KnownDefect> defects, Map<String, LogSignature> signatures) {
    this.defects = List.copyOf(defects);
    this.signatures = signatures;
    Set<FactKey<?>> read = new LinkedHashSet<>();
    Set<String> checks = new LinkedHashSet<>();
    for (KnownDefect defect : defects) {
      boolean agent = defect.component().equals(AGENT);
      read.add(agent ? ExtensionFacts.AGENT_VERSIONS : ExtensionFacts.BACKUP_EXTENSION);
      if (agent) {
        read.add(GuestFacts.AGENT_CONFIG);
      }
      checks.add(agent ? "guest.linux.agent.version" : "guest.linux.extension.version");
      if (defect.condition().python() != null) {
        read.add(ExtensionFacts.PYTHONS);
      }
      for (Symptom symptom : defect.symptoms()) {
        String with = symptom.with();
        read.add(log(symptom.signature()));
        read.add(log(with == null ? symptom.signature() : with));
      }
    }
    read.add(GuestFacts.OS);
    read.add(BackupFacts.WINDOW);
    this.descriptor =
        DiagnosticDescriptor.of("core.known-defect/" + cause, cause)
            .helpful(read.toArray(new FactKey<?>[0]))
            .on(GuestOs.Family.LINUX)
            .onAzureVmOnly()
            .corroborating()
            .checks(checks.toArray(new String[0]));
  }

  /**
   * Makes the rules of all causes that are known defects of the agent or the backup extension on
   * Linux; defects of other programs are kept as knowledge.
   *
   * @param defects the defects of the catalog
   * @param signatures the signatures of the catalog
   * @return one rule per cause, in alphabetical order
   */
  public static List<Diagnostic> forAll(List<KnownDefect> defects, List<LogSignature> signatures) {
    Map<String, LogSignature> byId = new TreeMap<>();
    signatures.forEach(signature -> byId.put(signature.id(), signature));
    Map<String, List<KnownDefect>> byCause = new TreeMap<>();
    for (KnownDefect defect : defects) {
      boolean judged =
          defect.component().equals(AGENT) || defect.component().equals(BackupExtension.HANDLER);
      if (judged && !defect.symptoms().isEmpty()) {
        defect
            .causes()
            .forEach(cause -> byCause.computeIfAbsent(cause, c -> new ArrayList<>()).add(defect));
      }
    }
    List<Diagnostic> rules = new ArrayList<>();
    byCause.forEach((cause, those) -> rules.add(new KnownDefectDiagnostic(cause, those, byId)));
    return rules;
  }

  @Override
  public DiagnosticDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> hints = new ArrayList<>();
    for (KnownDefect defect : defects) {
      Evidence version = version(defect, facts);
      if (version == null) {
        continue;
      }
      List<Evidence> lines = symptom(defect, facts);
      List<Evidence> conditions = conditions(defect, facts);
      boolean met = isMet(defect.condition(), facts);
      if (met && !lines.isEmpty()) {
        conditions.addAll(lines);
        conditions.addAll(updates(defect, facts));
        return Verdict.likely(When.AT_FAILURE, Agreement.all(version, conditions));
      }
      if (met || !isKnown(defect.condition(), facts)) {
        hints.add(version);
        hints.addAll(updates(defect, facts));
      }
    }
    return hints.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.known-defect.none"))
        : Verdict.inconclusive(Phrase.of("because.known-defect.version-alone")).hinting(hints);
  }

  private static List<Evidence> updates(KnownDefect defect, Facts facts) {
    return defect.component().equals(AGENT) ? AgentUpdates.in(facts) : List.of();
  }

  private static @Nullable Evidence version(KnownDefect defect, Facts facts) {
    if (defect.component().equals(AGENT)) {
      AgentVersions agent = facts.value(ExtensionFacts.AGENT_VERSIONS);
      String running = agent == null ? null : agent.running();
      return agent == null || running == null || !defect.versions().contains(running)
          ? null
          : evidence(ExtensionFacts.AGENT_VERSIONS, running, defect, agent.source());
    }
    BackupExtension extension = facts.value(ExtensionFacts.BACKUP_EXTENSION);
    Folder current = extension == null ? null : extension.current();
    return current == null || !defect.versions().contains(current.version())
        ? null
        : evidence(ExtensionFacts.BACKUP_EXTENSION, current.version(), defect, current.path());
  }

  private static Evidence evidence(
      FactKey<?> key, String version, KnownDefect defect, String place) {
    String fixed = defect.fixedIn();
    Phrase text =
        fixed == null
            ? Phrase.of(
                "evidence.known-defect.version",
                "version",
                version,
                "component",
                defect.component())
            : Phrase.of(
                "evidence.known-defect.version-fixed",
                "version",
                version,
                "component",
                defect.component(),
                "fixed",
                fixed);
    return Evidence.of(key, text).withPlace(place, 0);
  }

  private static boolean isMet(Condition condition, Facts facts) {
    GuestOs os = facts.value(GuestFacts.OS);
    boolean system =
        condition.isOfAnySystem() || (os != null && condition.isMetBySystem(os.id(), os.version()));
    return system && (condition.python() == null || condition.isMetByPython(python(facts)));
  }

  /** An unknown condition leaves the suspicion; one that is known not to hold takes it away. */
  private static boolean isKnown(Condition condition, Facts facts) {
    return (condition.python() == null || python(facts) != null)
        && (condition.isOfAnySystem() || facts.value(GuestFacts.OS) != null);
  }

  private static @Nullable String python(Facts facts) {
    Pythons pythons = facts.value(ExtensionFacts.PYTHONS);
    Python python = pythons == null ? null : pythons.ofExtension();
    return python == null ? null : python.version();
  }

  private static List<Evidence> conditions(KnownDefect defect, Facts facts) {
    List<Evidence> conditions = new ArrayList<>();
    Pythons pythons =
        defect.condition().python() == null ? null : facts.value(ExtensionFacts.PYTHONS);
    Python python = pythons == null ? null : pythons.ofExtension();
    String version = python == null ? null : python.version();
    if (python != null && version != null) {
      conditions.add(
          Evidence.of(
                  ExtensionFacts.PYTHONS,
                  Phrase.of("evidence.known-defect.python", "version", version))
              .withPlace(python.path(), 0));
    }
    return conditions;
  }

  /** Lines of the first symptom that stands in the window often enough. */
  private List<Evidence> symptom(KnownDefect defect, Facts facts) {
    for (Symptom symptom : defect.symptoms()) {
      String also = symptom.alsoHolds();
      List<LogEvent> events = events(symptom.signature(), facts);
      List<LogEvent> fitting =
          events.stream().filter(event -> also == null || event.text().contains(also)).toList();
      String with = symptom.with();
      List<LogEvent> second = with == null ? List.of() : events(with, facts);
      if (fitting.size() >= symptom.atLeast() && (with == null || !second.isEmpty())) {
        List<Evidence> lines = new ArrayList<>();
        lines.add(last(symptom.signature(), fitting));
        if (with != null) {
          lines.add(last(with, second));
        }
        return lines;
      }
    }
    return List.of();
  }

  private Evidence last(String signature, List<LogEvent> events) {
    return Agreement.line(log(signature), events.get(events.size() - 1));
  }

  private List<LogEvent> events(String signature, Facts facts) {
    LogEvents log = facts.value(log(signature));
    JobWindow window = facts.value(BackupFacts.WINDOW);
    return log == null || window == null ? List.of() : log.of(signature, window);
  }

  private FactKey<LogEvents> log(String signature) {
    LogSignature known = signatures.get(signature);
    return GuestFacts.logEvents(known == null ? "waagent" : known.log());
  }
}
