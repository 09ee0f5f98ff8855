package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.ClockOffset;
import io.github.backupdiag.fact.guest.Contact;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.TcpAnswer;
import io.github.backupdiag.internal.parse.ProcessRights;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the host address on both its ports, and by it the time (guest.linux.network.wireserver,
 * guest.any.clock). A firewall rule of the agent itself lets only root through.
 */
public final class HostEndpointProbe implements GuestProbe {

  private static final String VERSIONS = "http://" + HostEndpoint.ADDRESS + "/?comp=versions";
  private static final int PLUGIN_PORT = 32526;
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration SECOND = Duration.ofSeconds(3);

  private static final List<Question<HttpAnswer>> WEB = List.of(web(FIRST), web(SECOND));
  private static final List<Question<TcpAnswer>> PLUGIN = List.of(plugin(FIRST), plugin(SECOND));
  private static final Question<FileContent> STATUS = Question.file("/proc/self/status");
  private static final Question<FileContent> USER_MAP = Question.file("/proc/self/uid_map");

  /**
   * Whoever looks from inside a container sees the network of the container, though the hardware
   * tag of the VM. An operator who vouches for the machine knows better.
   */
  private static final List<Question<PathEntry>> CONTAINER =
      Questions.stats("/.dockerenv", "/run/.containerenv");

  private static final List<Question<?>> ROUND =
      Questions.all(List.of(WEB.get(0), PLUGIN.get(0), STATUS, USER_MAP), CONTAINER);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of(
              "guest.linux.host-endpoint", NetworkFacts.HOST_ENDPOINT, NetworkFacts.CLOCK_OFFSET)
          .withNeeds(GuestFacts.PLATFORM)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.network.wireserver", "guest.any.clock")
          .withAccessNeeds(Questions.needs(ROUND))
          .withCost(ProbeDescriptor.Cost.MODERATE)
          .withTimeout(Duration.ofSeconds(8));

  /** Made by {@code ServiceLoader}. */
  public HostEndpointProbe() {}

  private static Question<HttpAnswer> web(Duration timeout) {
    return new Question.Http(VERSIONS, Map.of(), 4096, timeout);
  }

  private static Question<TcpAnswer> plugin(Duration timeout) {
    return new Question.Tcp(HostEndpoint.ADDRESS, PLUGIN_PORT, timeout);
  }

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return ROUND;
    }
    List<Question<?>> again = new ArrayList<>();
    if (Contacts.failed(soFar, WEB.get(0))) {
      again.add(WEB.get(1));
    }
    if (Contacts.failed(soFar, PLUGIN.get(0))) {
      again.add(PLUGIN.get(1));
    }
    return Questions.open(again, soFar);
  }

  @Override
  public List<Question<?>> next(Answers soFar, ProbeContext context) {
    return AzureOnly.allows(context) ? next(soFar) : List.of();
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    Unavailable<?> why =
        AzureOnly.allows(context) ? refusal(answers, context) : AzureOnly.refusal();
    if (why != null) {
      return Observations.builder()
          .unavailable(NetworkFacts.HOST_ENDPOINT, why.reason(), why.detail())
          .unavailable(NetworkFacts.CLOCK_OFFSET, why.reason(), why.detail())
          .build();
    }
    HostEndpoint host =
        new HostEndpoint(Contacts.contact(answers, WEB), Contacts.contact(answers, PLUGIN));
    Observations.Builder seen =
        Observations.builder().observed(NetworkFacts.HOST_ENDPOINT, host, VERSIONS);
    HttpAnswer web = answered(answers);
    ClockOffset offset = web == null ? null : offset(web);
    if (offset == null) {
      seen.absent(NetworkFacts.CLOCK_OFFSET, VERSIONS);
    } else {
      seen.observed(NetworkFacts.CLOCK_OFFSET, offset, VERSIONS, offset.at());
    }
    return seen.build();
  }

  private static @Nullable Unavailable<?> refusal(Answers answers, ProbeContext context) {
    List<Question<?>> first = List.of(WEB.get(0), PLUGIN.get(0));
    Unavailable<?> why = Seen.refusal(answers, first);
    if (why != null) {
      return why;
    }
    if (!AzureOnly.isVouchedFor(context)
        && CONTAINER.stream().anyMatch(mark -> Seen.value(answers, mark) != null)) {
      return new Unavailable<>(
          UnavailableReason.NOT_CONNECTED, "this is a container with a network of its own");
    }
    List<Contact> contacts =
        List.of(Contacts.contact(answers, WEB), Contacts.contact(answers, PLUGIN));
    boolean answered = contacts.stream().allMatch(Contact::isAnswered);
    boolean forbidden = Contacts.forbidden(answers, WEB) || Contacts.forbidden(answers, PLUGIN);
    return answered || (isRoot(answers) && !forbidden)
        ? null
        : new Unavailable<>(
            UnavailableReason.NOT_PERMITTED, HostEndpoint.ADDRESS + " lets only root through");
  }

  private static boolean isRoot(Answers answers) {
    FileContent status = Seen.value(answers, STATUS);
    FileContent map = Seen.value(answers, USER_MAP);
    return status != null && ProcessRights.isRoot(status.text(), map == null ? "" : map.text());
  }

  private static @Nullable HttpAnswer answered(Answers answers) {
    return WEB.stream()
        .map(question -> Seen.value(answers, question))
        .filter(answer -> answer != null && answer.status() != 0)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable ClockOffset offset(HttpAnswer web) {
    return web.date() == null || web.received() == null
        ? null
        : new ClockOffset(
            Duration.between(web.date(), web.received()),
            VERSIONS,
            0,
            web.received(),
            "host " + web.date() + ", guest " + web.received());
  }
}
