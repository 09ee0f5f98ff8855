package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Measures the room where agent and extension write (guest.linux.disk.space-and-inodes). */
public final class RoomProbe implements GuestProbe {

  private static final List<String> PATHS =
      List.of("/", "/var", AgentConfigFile.DEFAULT_FOLDER, "/var/log", "/etc/azure");
  private static final List<Question<?>> FIRST =
      Questions.all(List.of(LibDir.CONFIG), spaces(PATHS));

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.room", GuestFacts.ROOM)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.disk.space-and-inodes")
          .withAccessNeeds(Questions.needs(FIRST, LibDir.ANYWHERE));

  /** Made by {@code ServiceLoader}. */
  public RoomProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return soFar.questions().isEmpty() ? FIRST : Questions.open(spaces(paths(soFar)), soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    List<RoomLeft> rooms = new ArrayList<>();
    Set<SpaceLeft> known = new HashSet<>();
    List<Question.Space> questions = spaces(paths(answers));
    for (Question.Space question : questions) {
      SpaceLeft space = Seen.value(answers, question);
      if (space != null && known.add(space)) {
        rooms.add(new RoomLeft(question.path(), space.total(), space.usable(), space.freeInodes()));
      }
    }
    return rooms.isEmpty()
        ? Seen.nothing(GuestFacts.ROOM, answers, questions, "/")
        : Observations.builder().observed(GuestFacts.ROOM, rooms, "statvfs").build();
  }

  private static List<String> paths(Answers answers) {
    Stream<String> folder = Stream.of(LibDir.configured(answers)).filter(LibDir::isNamed);
    return Stream.concat(PATHS.stream(), folder).distinct().toList();
  }

  private static List<Question.Space> spaces(List<String> paths) {
    return paths.stream().map(Question.Space::new).toList();
  }
}
