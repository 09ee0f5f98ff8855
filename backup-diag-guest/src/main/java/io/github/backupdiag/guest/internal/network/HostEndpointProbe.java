package io.github.backupdiag.guest.internal.network;

import io.github.backupdiag.fact.FactKey;
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
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.TcpAnswer;
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
 * Asks the host address on both its ports, and by it the time and the guest's own address
 * (guest.linux.network.wireserver, guest.windows.network.wireserver, guest.any.clock). A try that
 * fails counts only where the agent would have failed, too.
 */
public final class HostEndpointProbe implements GuestProbe {

  private static final String VERSIONS = "http://" + HostEndpoint.ADDRESS + "/?comp=versions";
  private static final int PLUGIN_PORT = 32526;
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration SECOND = Duration.ofSeconds(3);

  private static final List<Question<HttpAnswer>> WEB = List.of(web(FIRST), web(SECOND));
  private static final List<Question<TcpAnswer>> PLUGIN = List.of(plugin(FIRST), plugin(SECOND));
  private static final List<Question<?>> ONCE = List.of(WEB.get(0), PLUGIN.get(0));

  private static final List<FactKey<?>> FACTS =
      List.of(NetworkFacts.HOST_ENDPOINT, NetworkFacts.CLOCK_OFFSET, NetworkFacts.HOST_SOURCE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.host-endpoint", FACTS.toArray(FactKey[]::new))
          .withNeeds(GuestFacts.PLATFORM, GuestFacts.OS)
          .withConnections(GuestConnection.class)
          .withChecks(
              "guest.linux.network.wireserver",
              "guest.windows.network.wireserver",
              "guest.any.clock")
          .withAccessNeeds(
              Questions.needs(
                  Questions.all(ONCE, Vantage.LINUX.questions(), Vantage.WINDOWS.questions())))
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
    return List.of(); // it takes the platform to know whether to ask
  }

  @Override
  public List<Question<?>> next(Answers soFar, ProbeContext context) {
    if (!AzureOnly.allows(context)) {
      return List.of();
    }
    if (soFar.questions().isEmpty()) {
      return Questions.all(ONCE, Vantage.of(context).questions());
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
  public Observations read(Answers answers, ProbeContext context) {
    Unavailable<?> why =
        AzureOnly.allows(context) ? refusal(answers, context) : AzureOnly.refusal();
    Observations.Builder seen = Observations.builder();
    if (why != null) {
      FACTS.forEach(key -> seen.unavailable(key, why.reason(), why.detail()));
      return seen.build();
    }
    HostEndpoint host =
        new HostEndpoint(Contacts.contact(answers, WEB), Contacts.contact(answers, PLUGIN));
    seen.observed(NetworkFacts.HOST_ENDPOINT, host, VERSIONS);
    HttpAnswer web = answered(answers);
    ClockOffset offset = web == null ? null : offset(web);
    if (offset == null) {
      seen.absent(NetworkFacts.CLOCK_OFFSET, VERSIONS);
    } else {
      seen.observed(NetworkFacts.CLOCK_OFFSET, offset, VERSIONS, offset.at());
    }
    String source = source(answers);
    if (source.isEmpty()) {
      seen.absent(NetworkFacts.HOST_SOURCE, host.plugin().address());
    } else {
      seen.observed(NetworkFacts.HOST_SOURCE, source, host.plugin().address());
    }
    return seen.build();
  }

  private static @Nullable Unavailable<?> refusal(Answers answers, ProbeContext context) {
    Unavailable<?> why = Seen.refusal(answers, ONCE);
    if (why != null) {
      return why;
    }
    Vantage vantage = Vantage.of(context);
    if (!AzureOnly.isVouchedFor(context) && vantage.isInContainer(answers)) {
      return new Unavailable<>(
          UnavailableReason.NOT_CONNECTED, "this is a container with a network of its own");
    }
    List<Contact> contacts =
        List.of(Contacts.contact(answers, WEB), Contacts.contact(answers, PLUGIN));
    boolean answered = contacts.stream().allMatch(Contact::isAnswered);
    boolean forbidden = Contacts.forbidden(answers, WEB) || Contacts.forbidden(answers, PLUGIN);
    return answered || (vantage.isOfAgent(answers) && !forbidden)
        ? null
        : new Unavailable<>(
            UnavailableReason.NOT_PERMITTED,
            forbidden
                ? "a filter of the guest keeps this program from " + HostEndpoint.ADDRESS
                : HostEndpoint.ADDRESS + " " + vantage.limit());
  }

  private static String source(Answers answers) {
    return PLUGIN.stream()
        .map(question -> Seen.value(answers, question))
        .filter(answer -> answer != null && !answer.source().isEmpty())
        .findFirst()
        .map(TcpAnswer::source)
        .orElse("");
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
