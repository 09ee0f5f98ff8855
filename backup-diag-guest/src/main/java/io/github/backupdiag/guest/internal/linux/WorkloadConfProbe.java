package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.WorkloadConf;
import io.github.backupdiag.fact.guest.WorkloadConf.Fault;
import io.github.backupdiag.fact.guest.WorkloadConf.Kind;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.WorkloadConfFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of the scripts for databases (guest.linux.workload.conf). Nothing logs in to a
 * database, and the login is not kept.
 */
public final class WorkloadConfProbe implements GuestProbe {

  private static final Question<FileContent> FILE = Question.file(WorkloadConfFile.PATH);
  private static final List<Question<?>> FIRST = Questions.all(List.of(FILE), WholeSystem.PLACES);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.workload-conf", SnapshotFacts.WORKLOAD_CONF)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.workload.conf")
          .withAccessNeeds(Questions.needs(FIRST, LibDir.ANYWHERE));

  /** Made by {@code ServiceLoader}. */
  public WorkloadConfProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return FIRST;
    }
    Question<PathEntry> folder = folder(soFar);
    return folder == null ? List.of() : Questions.open(List.of(folder), soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    FileContent file = Seen.value(answers, FILE);
    boolean whole = WholeSystem.isSeen(answers, context);
    if (file == null) {
      return whole
          ? Seen.nothing(SnapshotFacts.WORKLOAD_CONF, answers, List.of(FILE), WorkloadConfFile.PATH)
          : Observations.builder()
              .unavailable(
                  SnapshotFacts.WORKLOAD_CONF,
                  UnavailableReason.NOT_RECORDED,
                  WorkloadConfFile.PATH)
              .build();
    }
    WorkloadConf conf = WorkloadConfFile.parse(file.path(), file.text());
    Question<PathEntry> folder = folder(answers);
    boolean gone = folder != null && whole && answers.to(folder) instanceof Absent<PathEntry>;
    return Observations.builder()
        .observed(
            SnapshotFacts.WORKLOAD_CONF,
            gone ? withoutFolder(conf) : conf,
            file.path(),
            file.modified())
        .build();
  }

  private static WorkloadConf withoutFolder(WorkloadConf conf) {
    List<Fault> faults = new ArrayList<>(conf.faults());
    faults.add(new Fault(Kind.IPC_FOLDER_GONE, 0));
    return new WorkloadConf(conf.path(), conf.database(), faults);
  }

  private static @Nullable Question<PathEntry> folder(Answers answers) {
    FileContent file = Seen.value(answers, FILE);
    String folder = file == null ? null : WorkloadConfFile.ipcFolder(file.text());
    String path = folder == null || !folder.startsWith("/") ? null : LibDir.normal(folder);
    return path == null || !LibDir.isNamed(path) ? null : Question.stat(path);
  }
}
