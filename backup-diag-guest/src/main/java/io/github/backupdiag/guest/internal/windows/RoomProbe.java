package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.internal.parse.FixedDrives;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the room on the system drive and on the other fixed drives, of which some may store
 * shadow copies (guest.windows.disk.free).
 */
public final class RoomProbe extends WindowsProbe {

  private static final Question<RegistryKey> VERSION =
      Question.registry("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");
  private static final Question<RegistryKey> DRIVES =
      Question.registry("HKLM\\SYSTEM\\MountedDevices");
  private static final List<Question<?>> FIRST = List.of(VERSION, DRIVES);
  private static final String ANY_DRIVE = "?:/";

  /** Made by {@code ServiceLoader}. */
  public RoomProbe() {
    super(
        describe("guest.windows.room", GuestFacts.ROOM)
            .withChecks("guest.windows.disk.free")
            .withAccessNeeds(Questions.needs(FIRST, List.of(ANY_DRIVE))));
  }

  private static Question.Space room(char drive) {
    return new Question.Space(drive + ":/");
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return soFar.questions().isEmpty() ? FIRST : rooms(soFar);
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<RoomLeft> left = new ArrayList<>();
    List<Question.Space> rooms = rooms(answers);
    for (Question.Space room : rooms) {
      SpaceLeft space = Seen.value(answers, room);
      if (space != null) {
        left.add(new RoomLeft(room.path(), space.total(), space.usable(), null));
      } else if (left.isEmpty()) {
        return Seen.nothing(GuestFacts.ROOM, answers, rooms.subList(0, 1), room.path());
      }
    }
    return Observations.builder().observed(GuestFacts.ROOM, left, rooms.get(0).path()).build();
  }

  /** The system drive first. */
  private static List<Question.Space> rooms(Answers answers) {
    RegistryKey version = Seen.value(answers, VERSION);
    RegistryKey drives = Seen.value(answers, DRIVES);
    char system = FixedDrives.system(version == null ? "" : version.text("SystemRoot").orElse(""));
    List<Question.Space> rooms = new ArrayList<>(List.of(room(system)));
    if (drives != null) {
      FixedDrives.of(drives).stream()
          .filter(drive -> drive != system)
          .map(RoomProbe::room)
          .forEach(rooms::add);
    }
    return rooms;
  }
}
