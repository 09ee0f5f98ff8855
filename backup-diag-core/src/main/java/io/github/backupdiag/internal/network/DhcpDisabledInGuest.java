package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AddressSetup;
import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The primary interface has a fixed address and no lease tells the host address, or a lease tells
 * another one (guest.linux.network.dhcp-option-245, which only suggests). Many clients do not keep
 * option 245, and the agent then knows the address by itself: only a log in which the agent found
 * none agrees.
 */
public final class DhcpDisabledInGuest implements Diagnostic {

  private static final Agreement AGREEMENT =
      new Agreement(
          Set.of(
              "wa-dhcp-failed",
              "wa-dhcp-noresponse",
              "wa-dhcp-cookie",
              "wa-dhcp-fewbytes",
              "wa-proto-notfound",
              "wa-proto-none",
              "wa-endpoint-unknown",
              "wa-hgap-noendpoint",
              "wa-errno-101",
              "wa-errno-113"),
          Set.of());

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.dhcp-disabled-in-guest", "dhcp-disabled-in-guest")
          .needs(NetworkFacts.DHCP_LEASES, NetworkFacts.ADDRESS_SETUPS)
          .helpful(Agreement.readsWith(BackupFacts.REFERENCE_TIME, GuestFacts.OS))
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.network.dhcp-option-245");

  private static final Comparator<DhcpLease> NEWNESS =
      Comparator.comparing(
          DhcpDisabledInGuest::newness, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** Made by {@code ServiceLoader}. */
  public DhcpDisabledInGuest() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    DhcpLease lease = newestTelling(facts);
    if (lease != null && HostEndpoint.ADDRESS.equals(lease.hostEndpoint())) {
      return Verdict.ruledOut(When.NOW, lease(lease, "told"));
    }
    if (lease != null) {
      return suspected(lease(lease, "other-address"), "", facts);
    }
    AddressSetup fixed = primary(facts);
    return fixed == null
        ? Verdict.inconclusive(Phrase.of("because.dhcp-disabled-in-guest.not-kept"))
        : suspected(setup(fixed), fixed.device(), facts);
  }

  private static Verdict suspected(Evidence evidence, String device, Facts facts) {
    List<Evidence> agreeing = AGREEMENT.in(facts);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.dhcp-disabled-in-guest.no-agreement"))
          .hinting(List.of(evidence));
    }
    List<Evidence> all = new ArrayList<>(List.of(evidence));
    all.addAll(agreeing);
    Verdict.Confirmed verdict =
        Ways.withArguments(Verdict.likely(When.NOW, all.toArray(Evidence[]::new)), facts);
    return device.isEmpty() ? verdict : verdict.with("interface", device);
  }

  /** The newest valid lease with option 245; the client that keeps it is the one to believe. */
  private static @Nullable DhcpLease newestTelling(Facts facts) {
    List<DhcpLease> leases = facts.value(NetworkFacts.DHCP_LEASES);
    Instant now = facts.value(BackupFacts.REFERENCE_TIME);
    DhcpLease newest = null;
    for (DhcpLease lease : leases == null ? List.<DhcpLease>of() : leases) {
      boolean tells = lease.hostEndpoint() != null && !lease.isExpired(now);
      if (tells && (newest == null || NEWNESS.compare(lease, newest) >= 0)) {
        newest = lease;
      }
    }
    return newest;
  }

  /** Where a file does not say when a lease began, its end tells as much. */
  private static @Nullable Instant newness(DhcpLease lease) {
    return lease.begins() == null ? lease.ends() : lease.begins();
  }

  /** The one with the default route; another interface with a fixed address is nobody's fault. */
  private static @Nullable AddressSetup primary(Facts facts) {
    List<AddressSetup> setups = facts.value(NetworkFacts.ADDRESS_SETUPS);
    List<AddressSetup> inForce = setups == null ? List.of() : inForce(setups);
    if (inForce.stream().anyMatch(setup -> setup.method() == AddressSetup.Method.DHCP)) {
      return null;
    }
    return inForce.stream()
        .filter(AddressSetup::gateway)
        .findFirst()
        .orElse(inForce.size() == 1 ? inForce.get(0) : null);
  }

  /** Of the files of one folder the last one that speaks of an interface counts. */
  private static List<AddressSetup> inForce(List<AddressSetup> setups) {
    Map<String, AddressSetup> last = new LinkedHashMap<>();
    for (AddressSetup setup : setups) {
      String folder = setup.path().substring(0, setup.path().lastIndexOf('/') + 1);
      last.put(folder + (setup.device().isEmpty() ? setup.path() : setup.device()), setup);
    }
    return List.copyOf(last.values());
  }

  private static Evidence setup(AddressSetup setup) {
    return Evidence.of(
            NetworkFacts.ADDRESS_SETUPS, Phrase.of("evidence.dhcp-disabled-in-guest.fixed"))
        .withExcerpt(setup.text())
        .withPlace(setup.path(), setup.line());
  }

  private static Evidence lease(DhcpLease lease, String what) {
    return Evidence.of(
            NetworkFacts.DHCP_LEASES,
            Phrase.of(
                "evidence.dhcp-disabled-in-guest." + what,
                "address",
                String.valueOf(lease.hostEndpoint())))
        .withPlace(lease.path(), lease.line())
        .withTime(lease.begins());
  }
}
