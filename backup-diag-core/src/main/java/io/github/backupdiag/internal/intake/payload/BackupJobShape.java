package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.Locale;
import java.util.Set;

/** A job of a vault, from ARM, the command line or PowerShell. */
final class BackupJobShape implements Shape {

  /** Jobs of databases, file shares and servers, by their types and by how they are managed. */
  private static final Set<String> OTHERS =
      Set.of(
          "azureworkloadjob",
          "azureworkload",
          "azurestoragejob",
          "azurestorage",
          "mabjob",
          "mab",
          "mars",
          "dpmjob",
          "dpm",
          "azurebackupserver",
          "azuresql");

  @Override
  public Kind kind(Node node) {
    return node.body().has("workloadname") ? Kind.POWERSHELL_JOB : Kind.BACKUP_JOB;
  }

  @Override
  public boolean fits(Node node) {
    Node job = node.body();
    return job.count(
                "status",
                "errordetails",
                "entityfriendlyname",
                "workloadname",
                "itemname",
                "datasourcename")
            > 0
        && job.count(
                "entityfriendlyname",
                "workloadname",
                "jobtype",
                "jobid",
                "backupmanagementtype",
                "errordetails",
                "activityid",
                "operation",
                "extendedinfo",
                "itemname",
                "datasourcename")
            >= 2;
  }

  @Override
  public void read(Place place, Walk walk) {
    Place inner = place.body();
    Node job = inner.node();
    if (!State.of(job.first("status")).isFailed(holdsError(job))) {
      good(place, job, walk);
      return;
    }
    ResourceIds ids = ResourceIds.of(place.node()).orVault(job.first("vaultname"));
    String other = other(job);
    if (other.isEmpty()) {
      ids.orVm(job.first("entityfriendlyname", "workloadname", "itemname", "datasourcename"));
    } else {
      walk.out().problems().ofNoVm(place.node().line(), other);
    }
    walk.texts(
        inner, walk.out().incident(Times.first(job, "endtime", "starttime", "starttimeutc"), ids));
  }

  /** The snapshot is taken at the beginning; the copy to the vault may take hours. */
  private static void good(Place place, Node job, Walk walk) {
    boolean backup = job.first("operation", "jobtype").equalsIgnoreCase("Backup");
    if (backup && other(job).isEmpty() && job.first("status").equalsIgnoreCase("Completed")) {
      ResourceIds ids =
          ResourceIds.of(place.node())
              .orVm(job.first("entityfriendlyname", "workloadname", "itemname", "datasourcename"));
      walk.out()
          .good()
          .add(
              Times.first(job, "starttime", "starttimeutc", "endtime"),
              "",
              ids,
              place,
              "Completed");
    }
  }

  /** What else than a VM the job protects, or empty. */
  private static String other(Node job) {
    String type = job.first("jobtype", "backupmanagementtype");
    return OTHERS.contains(type.toLowerCase(Locale.ROOT)) ? type : "";
  }

  private static boolean holdsError(Node job) {
    Node errors = job.get("errordetails");
    return !errors.items().isEmpty() || !errors.fields().isEmpty();
  }
}
