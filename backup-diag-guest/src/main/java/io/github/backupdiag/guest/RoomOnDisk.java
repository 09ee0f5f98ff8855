package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the system for the room on the file system of a path. */
final class RoomOnDisk {

  private static final Duration INODES_TIMEOUT = Duration.ofSeconds(2);

  private final GuestTree tree;

  RoomOnDisk(GuestTree tree) {
    this.tree = tree;
  }

  Observation<SpaceLeft> left(Question.Space asked, CommandRunner commands)
      throws InterruptedException {
    try {
      Path path = tree.locate(asked.path());
      Files.readAttributes(path, BasicFileAttributes.class);
      File file = path.toFile();
      return new Observed<>(
          new SpaceLeft(
              file.getTotalSpace(),
              file.getUsableSpace(),
              tree.ignoresCase() ? null : freeInodes(path, commands)),
          asked.path(),
          null);
    } catch (IOException e) {
      return Refusal.isMissing(e) ? new Absent<>(asked.path()) : Refusal.of(e, asked.path());
    }
  }

  /**
   * The JDK does not know inodes, Windows has none. A file system without a fixed number of them
   * says 0 in all.
   */
  private static @Nullable Long freeInodes(Path path, CommandRunner commands)
      throws IOException, InterruptedException {
    List<String> argv = List.of("stat", "-f", "-c", "%c %d", path.toString());
    Observation<CommandOutput> answer = commands.run(new Question.Command(argv, INODES_TIMEOUT));
    if (!(answer instanceof Observed<CommandOutput> seen) || seen.value().exitStatus() != 0) {
      return null;
    }
    String[] inodes = new String(seen.value().out(), StandardCharsets.UTF_8).strip().split(" ", -1);
    try {
      return inodes.length != 2 || inodes[0].equals("0") ? null : Long.valueOf(inodes[1]);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
