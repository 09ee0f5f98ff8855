package io.github.backupdiag.guest;

import io.github.backupdiag.guest.internal.archive.Limitations;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bundle that holds files of a guest. */
final class BundledFiles implements BundledGuest {

  private final CopiedFiles files;
  private final Limitations limits;

  BundledFiles(GuestTree tree, Limitations limits) {
    this.files = new CopiedFiles(tree);
    this.limits = limits;
  }

  @Override
  public Nature nature() {
    return Nature.COPY;
  }

  @Override
  public @Nullable Instant seenAt() {
    return null;
  }

  @Override
  public boolean isComplete() {
    return !limits.isIncomplete();
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    return files.ask(questions, timeout);
  }
}
