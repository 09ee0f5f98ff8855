package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Target;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.report.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the steps against a cause, for the guest at hand. */
final class StepWriter {

  private final Catalog catalog;
  private final Texts english;
  private final Map<String, String> known = new LinkedHashMap<>();
  private final @Nullable Os os;

  StepWriter(Catalog catalog, FactSet facts) {
    this.catalog = catalog;
    this.english = catalog.texts(Locale.ENGLISH);
    GuestOs guest = facts.value(GuestFacts.OS);
    this.os = osOf(facts);
    if (guest != null && guest.family() == GuestOs.Family.LINUX) {
      known.put("unit", guest.agentUnit());
    }
    Target target = facts.value(BackupFacts.TARGET);
    if (target != null) {
      putName("vm", target.vm());
      putName("vault", target.vault());
      putName("resourceGroup", target.resourceGroup());
    }
  }

  /** Gives the family of the guest, or null if it is not known. */
  static @Nullable Os osOf(FactSet facts) {
    GuestOs guest = facts.value(GuestFacts.OS);
    return guest == null ? null : Os.valueOf(guest.family().name());
  }

  private void putName(String placeholder, @Nullable String value) {
    if (value != null) {
      known.put(placeholder, value.substring(value.lastIndexOf('/') + 1));
    }
  }

  List<Step> steps(Cause cause, Map<String, String> arguments) {
    Map<String, String> values = new LinkedHashMap<>(known);
    values.putAll(arguments);
    List<Step> steps = new ArrayList<>();
    for (String id : cause.remediations()) {
      Remediation remediation = catalog.remediation(id);
      if (remediation != null) {
        remediation.steps().stream()
            .filter(step -> os == null || step.os().contains(os))
            .map(step -> write(step, remediation, values))
            .forEach(steps::add);
      }
    }
    return List.copyOf(steps);
  }

  private Step write(RemediationStep step, Remediation remediation, Map<String, String> values) {
    String key = "step." + step.id().replace('/', '.');
    String command = step.command();
    return new Step(
        step.id(),
        remediation.id(),
        step.kind(),
        phrase(key + ".text", values),
        command == null ? null : ShellQuoting.fill(step.kind(), command, values),
        remediation.risk(),
        english.find(key + ".verify") == null ? null : phrase(key + ".verify", values));
  }

  private static Phrase phrase(String id, Map<String, String> values) {
    List<String> pairs = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          pairs.add(name);
          pairs.add(value);
        });
    return Phrase.of(id, pairs.toArray(new String[0]));
  }
}
