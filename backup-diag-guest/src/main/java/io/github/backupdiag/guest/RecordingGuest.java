package io.github.backupdiag.guest;

import io.github.backupdiag.guest.internal.support.Kept;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest whose answers are kept, so that {@link SupportBundle#write} can put them into a bundle.
 * It answers as the guest it stands for. What is kept is not redacted: it never leaves memory but
 * through {@link SupportBundle#write}. At most 96 MiB are kept. Thread-safe.
 */
public final class RecordingGuest implements GuestConnection {

  private final GuestConnection guest;
  private final Kept kept = new Kept();

  private RecordingGuest(GuestConnection guest) {
    this.guest = guest;
  }

  /**
   * Starts to keep what a guest answers.
   *
   * @param guest any guest
   * @return a connection to the same guest
   */
  public static RecordingGuest of(GuestConnection guest) {
    return new RecordingGuest(guest);
  }

  Kept kept() {
    return kept;
  }

  @Override
  public Nature nature() {
    return guest.nature();
  }

  /** The last part of the guest's name: where a copy lies here is nobody's business elsewhere. */
  @Override
  public String name() {
    String name = guest.name();
    int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    return end == name.length() ? "guest" : name.substring(end);
  }

  @Override
  public boolean assumedAzureVm() {
    return guest.assumedAzureVm();
  }

  @Override
  public @Nullable Instant seenAt() {
    return guest.seenAt();
  }

  @Override
  public boolean isComplete() {
    return guest.isComplete();
  }

  @Override
  public List<String> limitations() {
    return guest.limitations();
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    Answers answers = guest.ask(questions, timeout);
    kept.add(answers);
    return answers;
  }
}
