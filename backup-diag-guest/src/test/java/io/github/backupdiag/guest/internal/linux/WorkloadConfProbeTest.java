package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.WorkloadConf;
import io.github.backupdiag.fact.guest.WorkloadConf.Fault;
import io.github.backupdiag.fact.guest.WorkloadConf.Kind;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadConfProbeTest {

  private static final String PATH = "/etc/azure/workload.conf";
  private static final String MYSQL =
      "[workload]\nworkload_name=mysql\nlinux_user=azbackup\nipc_folder=/srv/ipc/\n";

  @Test
  void readsTheSettings() {
    expect(look(FakeGuest.live().file(PATH, MYSQL).folder("/srv/ipc")));
    expect(
        look(FakeGuest.live().file(PATH, MYSQL + "timeout =\n").folder("/srv/ipc")),
        new Fault(Kind.TIMEOUT, 5));
  }

  @Test
  void missesTheFolderOfTheScriptsInAWholeSystemOnly() {
    expect(look(FakeGuest.live().file(PATH, MYSQL)), new Fault(Kind.IPC_FOLDER_GONE, 0));
    expect(look(FakeGuest.live().file(PATH, MYSQL).folder("/srv/ipc").denied("/srv")));
    expect(look(FakeGuest.copy().file(PATH, MYSQL)));
  }

  @Test
  void tellsMissingSettingsFromThoseThatMayNotBeRead() {
    look(FakeGuest.live()).expectAbsent(SnapshotFacts.WORKLOAD_CONF);
    look(FakeGuest.live().file(PATH, MYSQL).denied("/etc/azure"))
        .expectUnavailable(SnapshotFacts.WORKLOAD_CONF, UnavailableReason.NOT_PERMITTED);
    look(FakeGuest.copy())
        .expectUnavailable(SnapshotFacts.WORKLOAD_CONF, UnavailableReason.NOT_RECORDED);
  }

  private static void expect(CheckedObservations seen, Fault... faults) {
    seen.expectObserved(
        SnapshotFacts.WORKLOAD_CONF, new WorkloadConf(PATH, "mysql", List.of(faults)));
  }

  private static CheckedObservations look(FakeGuest guest) {
    return ProbeTester.of(new WorkloadConfProbe()).connect(GuestConnection.class, guest).observe();
  }
}
