package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.DhcpLeases;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the leases that DHCP clients keep (guest.linux.network.dhcp-option-245). */
public final class DhcpLeasesProbe implements GuestProbe {

  private static final List<Question<FileContents>> FILES =
      Stream.of(
              "/var/lib/dhcp/*.lease*",
              "/var/lib/dhcp3/*.lease*",
              "/var/lib/dhclient/*.lease*",
              "/var/lib/NetworkManager/*.lease",
              "/var/lib/wicked/lease-*.xml",
              "/var/lib/dhcpcd/*.lease",
              "/var/lib/dhcpcd5/*.lease",
              "/run/dhclient*.lease*",
              "/run/systemd/netif/leases/*",
              "/run/NetworkManager/devices/*",
              "/run/wicked/leaseinfo.*",
              "/run/cloud-init/dhclient.hooks/*.json")
          .map(glob -> (Question<FileContents>) new Question.Files(glob, 50, 1 << 18))
          .toList();
  private static final List<Question<?>> QUESTIONS = Questions.all(FILES);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.dhcp-leases", NetworkFacts.DHCP_LEASES)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.network.dhcp-option-245")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public DhcpLeasesProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    List<DhcpLease> leases = new ArrayList<>();
    for (Question<FileContents> question : FILES) {
      FileContents files = Seen.value(answers, question);
      for (FileContent file : files == null ? List.<FileContent>of() : files.files()) {
        leases.addAll(DhcpLeases.read(file));
      }
    }
    Unavailable<?> why = leases.isEmpty() ? Seen.refusal(answers, QUESTIONS) : null;
    return why == null || why.reason() == UnavailableReason.NOT_RECORDED
        ? Observations.builder()
            .observed(NetworkFacts.DHCP_LEASES, leases, "leases of DHCP clients")
            .build()
        : Seen.unavailable(NetworkFacts.DHCP_LEASES, why);
  }
}
