package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks whether the instance metadata address answers; of what it says nothing is kept. */
public final class MetadataEndpointProbe implements GuestProbe {

  private static final String URL =
      "http://169.254.169.254/metadata/instance?api-version=2021-02-01";
  private static final Question<HttpAnswer> INSTANCE =
      new Question.Http(URL, Map.of("Metadata", "true"), 0, Duration.ofSeconds(5));
  private static final List<Question<?>> QUESTIONS = List.of(INSTANCE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.metadata-endpoint", NetworkFacts.METADATA_ENDPOINT)
          .withNeeds(GuestFacts.PLATFORM)
          .withConnections(GuestConnection.class)
          .withChecks("guest.any.network.imds")
          .withAccessNeeds(Questions.needs(QUESTIONS))
          .withCost(ProbeDescriptor.Cost.MODERATE)
          .withTimeout(Duration.ofSeconds(8));

  /** Made by {@code ServiceLoader}. */
  public MetadataEndpointProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public List<Question<?>> next(Answers soFar, ProbeContext context) {
    return AzureOnly.allows(context) ? next(soFar) : List.of();
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    Unavailable<?> why =
        AzureOnly.allows(context) ? Seen.refusal(answers, QUESTIONS) : AzureOnly.refusal();
    if (why == null && Contacts.forbidden(answers, QUESTIONS)) {
      why = new Unavailable<>(UnavailableReason.NOT_PERMITTED, URL);
    }
    return why == null
        ? Observations.builder()
            .observed(NetworkFacts.METADATA_ENDPOINT, Contacts.contact(answers, QUESTIONS), URL)
            .build()
        : Seen.unavailable(NetworkFacts.METADATA_ENDPOINT, why);
  }
}
