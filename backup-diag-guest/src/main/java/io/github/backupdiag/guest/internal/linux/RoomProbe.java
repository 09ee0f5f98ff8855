package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import io.github.backupdiag.internal.parse.InodeList;
import io.github.backupdiag.internal.parse.LackOfRoom;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures the room where agent and extension write (guest.linux.disk.space-and-inodes). Free
 * inodes take a program: it is asked once, and only where a write failed though room is left.
 */
public final class RoomProbe implements GuestProbe {

  private static final List<String> PATHS =
      List.of("/", "/var", AgentConfigFile.DEFAULT_FOLDER, "/var/log", "/etc/azure");
  private static final List<Question<?>> FIRST =
      Questions.all(List.of(LibDir.CONFIG), spaces(PATHS));

  /** As in the check: less than 500 MB tell enough. */
  private static final long ENOUGH = 500_000_000;

  /** A path that is missing makes it end in error; the lines of the others hold. */
  private static final Question<CommandOutput> INODES =
      new Question.Command(
          Stream.concat(Stream.of("stat", "-f", "-c", "%c %d %n"), PATHS.stream()).toList(),
          Duration.ofSeconds(2));

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.room", GuestFacts.ROOM)
          .withNeeds(GuestFacts.AGENT_LOG, GuestFacts.EXTENSION_LOG)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.disk.space-and-inodes")
          .withAccessNeeds(Questions.needs(Questions.all(FIRST, List.of(INODES)), LibDir.ANYWHERE));

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
  public List<Question<?>> next(Answers soFar, ProbeContext context) {
    List<Question<?>> wanted = new ArrayList<>(next(soFar));
    boolean hidden = WholeSystem.isLive(context) && isTold(context) && isRoomEverywhere(soFar);
    return hidden ? Questions.all(wanted, Questions.open(List.of(INODES), soFar)) : wanted;
  }

  private static boolean isTold(ProbeContext context) {
    return Stream.of(GuestFacts.AGENT_LOG, GuestFacts.EXTENSION_LOG)
        .anyMatch(
            log ->
                context.get(log) instanceof Observed<LogEvents> seen
                    && seen.value().events().stream().anyMatch(LackOfRoom::isTold));
  }

  private static boolean isRoomEverywhere(Answers soFar) {
    List<SpaceLeft> seen =
        spaces(PATHS).stream()
            .map(path -> Seen.value(soFar, path))
            .filter(Objects::nonNull)
            .toList();
    return !seen.isEmpty() && seen.stream().allMatch(space -> space.usable() >= ENOUGH);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    List<RoomLeft> rooms = new ArrayList<>();
    Set<SpaceLeft> known = new HashSet<>();
    CommandOutput listed = Seen.value(answers, INODES);
    Map<String, Long> inodes =
        listed == null
            ? Map.of()
            : InodeList.parse(new String(listed.out(), StandardCharsets.UTF_8));
    List<Question.Space> questions = spaces(paths(answers));
    for (Question.Space question : questions) {
      SpaceLeft space = Seen.value(answers, question);
      if (space != null) {
        Long free = inodes.getOrDefault(question.path(), space.freeInodes());
        boolean other = known.add(new SpaceLeft(space.total(), space.usable(), null));
        boolean counted =
            free != null && known.add(new SpaceLeft(space.total(), space.usable(), free));
        if (other || counted) {
          rooms.add(new RoomLeft(question.path(), space.total(), space.usable(), free));
        }
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
