package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.AccessNeed;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** A probe that keeps its contract: first the lock, then the file it names. */
class LockProbe implements GuestProbe {

  static final Question<FileContent> LOCK = Question.file(Lock.PATH);
  static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("test.lock-file", Lock.KEY)
          .withNeeds(Lock.OTHER)
          .withConnections(GuestConnection.class)
          .withAccessNeeds(AccessNeed.guestFile("/etc/corp/*"));

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return List.of(LOCK);
    }
    boolean asked = soFar.questions().size() > 1;
    return asked || !(soFar.to(LOCK) instanceof Observed<?>)
        ? List.of()
        : List.of(Question.stat("/etc/corp/policy"));
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    context.get(Lock.OTHER);
    Observation<FileContent> lock = answers.to(LOCK);
    if (lock instanceof Observed<FileContent> seen) {
      return Observations.builder()
          .observed(Lock.KEY, new Lock(Lock.PATH, parse(seen.value())), Lock.PATH)
          .build();
    }
    return lock instanceof Unavailable<FileContent> unseen
        ? Observations.builder().unavailable(Lock.KEY, unseen.reason(), unseen.detail()).build()
        : Observations.builder().put(Lock.KEY, new Absent<>(Lock.PATH)).build();
  }

  String parse(FileContent content) {
    return content.text().trim();
  }
}
