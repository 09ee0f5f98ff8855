package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that probes may ask in any round. Nothing is listed by hand: each probe asks the stand-ins as
 * it would ask a guest.
 */
final class AskedBeforehand {

  private static final Duration TIME = Duration.ofMinutes(1);

  private final GuestOs.Family family;
  private final @Nullable Instant failedAt;
  private final Set<Question<?>> questions = new LinkedHashSet<>();

  private AskedBeforehand(GuestOs.Family family, @Nullable Instant failedAt) {
    this.family = family;
    this.failedAt = failedAt;
  }

  /** Gives the questions in the order of the probes; paths may hold wildcards and names. */
  static Set<Question<?>> by(
      Collection<? extends Probe> probes, GuestOs.Family family, @Nullable Instant failedAt) {
    AskedBeforehand asked = new AskedBeforehand(family, failedAt);
    for (Probe probe : probes) {
      if (probe instanceof GuestProbe guestProbe) {
        StandIns.of(family).forEach(guest -> asked.add(guestProbe, guest));
      }
    }
    return asked.questions;
  }

  private void add(GuestProbe probe, GuestConnection guest) {
    StandInContext context = new StandInContext(guest, family, failedAt);
    Answers answers = Answers.none();
    try {
      for (int round = 0; round < GuestProbe.MAX_ROUNDS; round++) {
        List<Question<?>> next = probe.next(answers, context);
        if (next.isEmpty()) {
          return;
        }
        questions.addAll(next);
        answers = answers.and(guest.ask(next, TIME));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // a stand-in does not wait
    }
  }
}
