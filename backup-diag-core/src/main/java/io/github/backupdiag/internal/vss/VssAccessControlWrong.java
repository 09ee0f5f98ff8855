package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.VssAccount;
import io.github.backupdiag.fact.guest.VssSettings;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.event.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * VSS does not let an account take part as a writer (guest.windows.reg.vss-access-control), and
 * event 8213 says that a writer was refused. Names of accounts are translated, so that a missing
 * entry of Network Service says nothing, but for a list without any entry. Entries of other
 * products are common.
 */
public final class VssAccessControlWrong implements Diagnostic {

  private static final int REFUSED = 8213;
  private static final String KEY =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS\\VssAccessControl";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.vss-access-control-wrong", "vss-access-control-wrong")
          .helpful(
              WindowsVssFacts.VSS_SETTINGS,
              WindowsFacts.EVENTS,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.reg.vss-access-control", "guest.windows.event.vss-8213");

  /** Made by {@code ServiceLoader}. */
  public VssAccessControlWrong() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    VssSettings settings = facts.value(WindowsVssFacts.VSS_SETTINGS);
    if (settings == null || !settings.accountsKnown()) {
      return Verdict.inconclusive(Phrase.of("because.vss-access-control-wrong.not-seen"));
    }
    List<WindowsEvent> events =
        EventEvidence.in(facts, event -> event.isBy("VSS") && event.id() == REFUSED);
    List<Evidence> found = new ArrayList<>(barred(settings, events));
    if (found.isEmpty()) {
      return events.isEmpty() && allowsNetworkService(settings)
          ? Verdict.ruledOut(When.NOW, evidence("evidence.vss-access-control-wrong.allowed", ""))
          : Verdict.inconclusive(Phrase.of("because.vss-access-control-wrong.not-barred"));
    }
    List<Evidence> codes = AgreeingCodes.in(facts, Writers.CODES::contains);
    Moment moment = EventEvidence.best(facts, events);
    found.addAll(EventEvidence.of(events));
    if (events.isEmpty() || (moment != Moment.AT_FAILURE && codes.isEmpty())) {
      return Verdict.inconclusive(Phrase.of("because.vss-access-control-wrong.alone"))
          .hinting(found);
    }
    found.addAll(codes);
    return Verdict.likely(moment.when(), found.toArray(Evidence[]::new));
  }

  private static List<Evidence> barred(VssSettings settings, List<WindowsEvent> events) {
    if (settings.accounts().isEmpty()) {
      return List.of(evidence("evidence.vss-access-control-wrong.empty", ""));
    }
    return settings.accounts().stream()
        .filter(account -> !account.allowed())
        .filter(
            account ->
                account.isNetworkService()
                    || events.stream().anyMatch(event -> event.holds(account.name())))
        .limit(2)
        .map(account -> evidence("evidence.vss-access-control-wrong.barred", account.name()))
        .toList();
  }

  private static boolean allowsNetworkService(VssSettings settings) {
    return settings.accounts().stream()
        .filter(VssAccount::allowed)
        .anyMatch(VssAccount::isNetworkService);
  }

  private static Evidence evidence(String phrase, String account) {
    Phrase text = account.isEmpty() ? Phrase.of(phrase) : Phrase.of(phrase, "account", account);
    return Evidence.of(WindowsVssFacts.VSS_SETTINGS, text).withPlace(KEY, 0);
  }
}
