package org.example.customrule;

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

/** Looks for the lock file: live, on a copy of the disk, or remotely. It does not judge. */
public final class MaintenanceLockProbe implements GuestProbe {

  static final String PATH = "/etc/corp-hardening/maintenance.lock";

  private static final Question<FileContent> LOCK_FILE = Question.file(PATH);

  /** Made by {@code ServiceLoader}. */
  public MaintenanceLockProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return ProbeDescriptor.of("corp.maintenance-lock-file", MaintenanceLock.KEY)
        .withConnections(GuestConnection.class)
        .withAccessNeeds(AccessNeed.guestFile(PATH));
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return soFar.questions().isEmpty() ? List.of(LOCK_FILE) : List.of();
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    Observations.Builder seen = Observations.builder();
    Observation<FileContent> file = answers.to(LOCK_FILE);
    if (file instanceof Observed<FileContent> there) {
      MaintenanceLock lock = MaintenanceLock.parse(there.value().text());
      return seen.observed(MaintenanceLock.KEY, lock, PATH).build();
    }
    if (file instanceof Unavailable<FileContent> unseen) {
      return seen.unavailable(MaintenanceLock.KEY, unseen.reason(), unseen.detail()).build();
    }
    return seen.absent(MaintenanceLock.KEY, PATH).build();
  }
}
