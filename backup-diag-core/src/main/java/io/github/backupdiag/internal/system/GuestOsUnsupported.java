package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.ProgramBuild;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distribution, its release or its programs are outside the support matrix (guest.linux.os). A
 * distribution that the list does not name may work: that is only a hint.
 */
public final class GuestOsUnsupported implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.guest-os-unsupported", "guest-os-unsupported")
          .needs(GuestFacts.OS)
          .helpful(
              AgentFacts.PROGRAMS, GuestFacts.AGENT_LOG, BackupFacts.MATCHES, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.os");

  /** Made by {@code ServiceLoader}. */
  public GuestOsUnsupported() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    GuestOs os = facts.value(GuestFacts.OS);
    if (os == null || os.id().isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.guest-os-unsupported.unknown"))
          .missing((FactKey<?>) GuestFacts.OS);
    }
    List<Evidence> against = outside(os, facts.value(AgentFacts.PROGRAMS));
    if (!against.isEmpty()) {
      return unsupported(against, facts);
    }
    return switch (SupportedSystems.standing(os)) {
      case LISTED -> Verdict.ruledOut(When.NOW, system(os, "listed"));
      case OLDER ->
          Verdict.inconclusive(Phrase.of("because.guest-os-unsupported.older"))
              .hinting(List.of(system(os, "older")));
      default ->
          Verdict.inconclusive(Phrase.of("because.guest-os-unsupported.unlisted"))
              .hinting(unlisted(os, facts.value(AgentFacts.PROGRAMS)));
    };
  }

  private static List<Evidence> unlisted(GuestOs os, @Nullable ProgramBuild programs) {
    List<Evidence> hints = new ArrayList<>(List.of(system(os, "unlisted")));
    if (programs != null && programs.musl()) {
      hints.add(
          Evidence.of(AgentFacts.PROGRAMS, Phrase.of("evidence.guest-os-unsupported.musl"))
              .withPlace(programs.path(), 0));
    }
    return hints;
  }

  private static List<Evidence> outside(GuestOs os, @Nullable ProgramBuild programs) {
    List<Evidence> against = new ArrayList<>();
    if (SupportedSystems.standing(os) == SupportedSystems.Standing.REFUSED) {
      against.add(system(os, "refused"));
    }
    if (programs != null && programs.bits() == 32) {
      against.add(
          Evidence.of(
                  AgentFacts.PROGRAMS, Phrase.of("evidence.guest-os-unsupported.thirty-two-bits"))
              .withPlace(programs.path(), 0));
    }
    return against;
  }

  private static Verdict unsupported(List<Evidence> against, Facts facts) {
    List<LogEvent> lines =
        WindowLines.in(
            GuestFacts.AGENT_LOG,
            facts,
            event ->
                event.signature().equals("wa-nonzero-51")
                    && event.text().contains("VMSnapshotLinux"));
    List<Evidence> all = new ArrayList<>(against);
    all.addAll(
        WindowLines.evidence(GuestFacts.AGENT_LOG, lines, "evidence.guest-os-unsupported.line"));
    Evidence code = AgreeingCode.in(facts, AgreeingCode.AGENT);
    if (code != null) {
      all.add(code);
    }
    return all.size() > against.size()
        ? Verdict.likely(When.NOW, all.toArray(Evidence[]::new))
        : Verdict.inconclusive(Phrase.of("because.guest-os-unsupported.nothing-agrees"))
            .hinting(all);
  }

  private static Evidence system(GuestOs os, String what) {
    return Evidence.of(
        GuestFacts.OS,
        Phrase.of(
            "evidence.guest-os-unsupported." + what,
            "name",
            os.name().isEmpty() ? os.id() + " " + os.version() : os.name()));
  }
}
