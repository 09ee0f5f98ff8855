package io.github.backupdiag.internal.service;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import java.util.ArrayList;
import java.util.List;

/** A rule about one Windows service, which needs {@code SERVICES}. */
public abstract class ServiceDiagnostic implements Diagnostic {

  private final DiagnosticDescriptor descriptor;
  private final String name;

  /**
   * Makes a rule.
   *
   * @param descriptor what it is
   * @param name short name of the service
   */
  protected ServiceDiagnostic(DiagnosticDescriptor descriptor, String name) {
    this.descriptor = descriptor;
    this.name = name;
  }

  @Override
  public final DiagnosticDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public final Verdict diagnose(Facts facts) {
    WindowsServices services = facts.value(WindowsServiceFacts.SERVICES);
    WindowsService service = services == null ? null : services.service(name).orElse(null);
    if (service != null) {
      return judge(service, facts);
    }
    return services != null && services.lacks(name)
        ? Verdict.notApplicable(Phrase.of("because.service-not-there", "service", name))
        : Verdict.inconclusive(Phrase.of("because.service-not-seen", "service", name))
            .missing(WindowsServiceFacts.SERVICES);
  }

  /**
   * Judges a service that is set up.
   *
   * @param service the service
   * @param facts all facts
   * @return the verdict
   */
  protected abstract Verdict judge(WindowsService service, Facts facts);

  /**
   * Judges what only suggests: with a code of the failure that agrees it is likely, else a hint.
   *
   * @param found what was seen of the service
   * @param codes codes of the failure that agree
   * @return the verdict
   */
  protected static Verdict suggested(Evidence found, List<Evidence> codes) {
    if (codes.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.service-alone")).hinting(List.of(found));
    }
    List<Evidence> all = new ArrayList<>(List.of(found));
    all.addAll(codes);
    return Verdict.likely(When.NOW, all.toArray(Evidence[]::new));
  }

  /**
   * Says that the service gives no reason to blame it.
   *
   * @return the verdict
   */
  protected static Verdict noFinding() {
    return Verdict.inconclusive(Phrase.of("because.service-normal"));
  }

  /**
   * Gives what was seen of a service.
   *
   * @param facts where it was seen
   * @param service the service
   * @param what {@code disabled}, {@code stopped}, {@code stopping}, {@code running}, {@code
   *     enabled} or {@code account}
   * @return the evidence
   */
  protected static Evidence evidence(Facts facts, WindowsService service, String what) {
    Phrase phrase = Phrase.of("evidence.service-" + what, "service", service.name());
    Evidence evidence =
        Evidence.of(
            WindowsServiceFacts.SERVICES,
            what.equals("account")
                ? Phrase.of(
                    "evidence.service-account",
                    "service",
                    service.name(),
                    "account",
                    service.account())
                : phrase);
    return facts.get(WindowsServiceFacts.SERVICES) instanceof Observed<WindowsServices> seen
        ? evidence.withPlace(seen.source() + "\\" + service.name(), 0).withTime(seen.at())
        : evidence;
  }
}
