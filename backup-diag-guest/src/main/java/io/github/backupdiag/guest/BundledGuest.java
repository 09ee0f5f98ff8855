package io.github.backupdiag.guest;

import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a bundle turned out to be. Thread-safe. */
interface BundledGuest {

  Nature nature();

  /** When a running guest was asked; null for a copy. */
  @Nullable Instant seenAt();

  /** Whether all of the bundle can be read. */
  boolean isComplete();

  Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException;
}
