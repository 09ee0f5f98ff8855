package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Asks the system for the room on the file system of a path. The JDK does not know inodes, and a
 * process for each path would be too much: they stay unknown here.
 */
final class RoomOnDisk {

  private final GuestTree tree;

  RoomOnDisk(GuestTree tree) {
    this.tree = tree;
  }

  Observation<SpaceLeft> left(Question.Space asked) {
    try {
      Path path = tree.locate(asked.path());
      Files.readAttributes(path, BasicFileAttributes.class);
      File file = path.toFile();
      return new Observed<>(
          new SpaceLeft(file.getTotalSpace(), file.getUsableSpace(), null), asked.path(), null);
    } catch (IOException e) {
      return Refusal.isMissing(e) ? new Absent<>(asked.path()) : Refusal.of(e, asked.path());
    }
  }
}
