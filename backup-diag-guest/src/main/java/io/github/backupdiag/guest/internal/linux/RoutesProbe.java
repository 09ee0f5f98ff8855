package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.RoutingTable;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.RouteTable;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Reads the IPv4 routes (guest.linux.network.route). */
public final class RoutesProbe implements GuestProbe {

  private static final String PATH = "/proc/net/route";
  private static final Question<FileContent> TABLE = Question.file(PATH);
  private static final List<Question<?>> QUESTIONS = List.of(TABLE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.routes", NetworkFacts.ROUTES)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.network.route")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public RoutesProbe() {}

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
    FileContent file = Seen.value(answers, TABLE);
    if (file == null) {
      return Seen.nothing(NetworkFacts.ROUTES, answers, QUESTIONS, PATH);
    }
    RoutingTable routes = RouteTable.parse(PATH, file.text());
    return routes == null
        ? Observations.builder()
            .unavailable(NetworkFacts.ROUTES, UnavailableReason.NOT_RECORDED, "no table in " + PATH)
            .build()
        : Observations.builder().observed(NetworkFacts.ROUTES, routes, PATH).build();
  }
}
