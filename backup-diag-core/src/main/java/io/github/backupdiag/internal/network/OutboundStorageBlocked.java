package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.Contact;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.NetworkFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The storage that the backup extension was given does not answer (guest.linux.network.storage,
 * which only suggests: it matters only where the snapshot was taken from inside the guest, as a
 * line of the failed job must say).
 */
public final class OutboundStorageBlocked implements Diagnostic {

  private static final Agreement AGREEMENT =
      new Agreement(
          Set.of(
              "ext-guest-seq-failed",
              "ext-guest-http-failed",
              "ext-guest-snapshot-error",
              "ext-all-failed-guest"),
          Set.of());

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.outbound-storage-blocked", "outbound-storage-blocked")
          .needs(NetworkFacts.STORAGE_ENDPOINT)
          .helpful(Agreement.readsWith(GuestFacts.OS))
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.network.storage");

  /** Made by {@code ServiceLoader}. */
  public OutboundStorageBlocked() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    Contact storage = facts.value(NetworkFacts.STORAGE_ENDPOINT);
    if (storage == null) {
      return Verdict.inconclusive(Phrase.of("because.outbound-storage-blocked.not-named"));
    }
    if (storage.isAnswered()) {
      return Verdict.ruledOut(When.NOW, contact(storage, "answered"));
    }
    Evidence blocked = contact(storage, "blocked");
    List<Evidence> agreeing = AGREEMENT.in(facts);
    if (!storage.isBlocked() || agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.outbound-storage-blocked.no-agreement"))
          .hinting(List.of(blocked));
    }
    List<Evidence> all = new ArrayList<>(List.of(blocked));
    all.addAll(agreeing);
    return Ways.withArguments(Verdict.likely(When.NOW, all.toArray(Evidence[]::new)), facts)
        .with("storageHost", host(storage));
  }

  private static Evidence contact(Contact storage, String what) {
    return Evidence.of(
            NetworkFacts.STORAGE_ENDPOINT,
            Phrase.of("evidence.outbound-storage-blocked." + what, "host", host(storage)))
        .withPlace(storage.address(), 0);
  }

  private static String host(Contact storage) {
    String address = storage.address();
    int from = address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3;
    int to = address.lastIndexOf(':');
    return to > from ? address.substring(from, to) : address.substring(from);
  }
}
