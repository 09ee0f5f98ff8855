package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.TcpAnswer;
import io.github.backupdiag.internal.parse.StorageHost;
import io.github.backupdiag.probe.AccessNeed;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.util.List;

/**
 * Asks the storage that the newest settings of the backup extension name
 * (guest.linux.network.storage). Only its host name is taken from them; the rest is secret.
 */
public final class StorageEndpointProbe implements GuestProbe {

  private static final String GLOB =
      "/var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-*/config/*.settings";
  private static final Question<FileContent> SETTINGS = new Question.Newest(GLOB, 1 << 20);
  private static final List<Duration> PATIENCE =
      List.of(Duration.ofSeconds(3), Duration.ofSeconds(4));

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.storage-endpoint", NetworkFacts.STORAGE_ENDPOINT)
          .withNeeds(GuestFacts.PLATFORM)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.network.storage")
          .withAccessNeeds(
              AccessNeed.guestFile(GLOB), AccessNeed.guestNetwork("tcp://*:" + StorageHost.PORT))
          .withCost(ProbeDescriptor.Cost.MODERATE)
          .withTimeout(Duration.ofSeconds(9));

  /** Made by {@code ServiceLoader}. */
  public StorageEndpointProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return List.of(SETTINGS);
    }
    List<Question<TcpAnswer>> tries = tries(soFar);
    boolean again = tries.isEmpty() || Contacts.failed(soFar, tries.get(0));
    boolean first = !tries.isEmpty() && !soFar.questions().contains(tries.get(0));
    List<Question<TcpAnswer>> wanted = first ? tries.subList(0, 1) : again ? tries : List.of();
    return Questions.open(wanted, soFar);
  }

  @Override
  public List<Question<?>> next(Answers soFar, ProbeContext context) {
    return AzureOnly.allows(context) ? next(soFar) : List.of();
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    if (!AzureOnly.allows(context)) {
      return Seen.unavailable(NetworkFacts.STORAGE_ENDPOINT, AzureOnly.refusal());
    }
    List<Question<TcpAnswer>> tries = tries(answers);
    if (tries.isEmpty()) {
      return Seen.nothing(NetworkFacts.STORAGE_ENDPOINT, answers, List.of(SETTINGS), GLOB);
    }
    Unavailable<?> why = Seen.refusal(answers, tries.subList(0, 1));
    if (why == null && Contacts.forbidden(answers, tries)) {
      why = new Unavailable<>(UnavailableReason.NOT_PERMITTED, "port " + StorageHost.PORT);
    }
    return why == null
        ? Observations.builder()
            .observed(NetworkFacts.STORAGE_ENDPOINT, Contacts.contact(answers, tries), GLOB)
            .build()
        : Seen.unavailable(NetworkFacts.STORAGE_ENDPOINT, why);
  }

  private static List<Question<TcpAnswer>> tries(Answers answers) {
    FileContent settings = Seen.value(answers, SETTINGS);
    String host = settings == null ? null : StorageHost.find(settings.text());
    return host == null
        ? List.of()
        : PATIENCE.stream()
            .map(time -> (Question<TcpAnswer>) new Question.Tcp(host, StorageHost.PORT, time))
            .toList();
  }
}
