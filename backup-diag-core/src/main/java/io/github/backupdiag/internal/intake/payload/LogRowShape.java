package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code AddonAzureBackupJobs} or of {@code AzureDiagnostics}, or the record of a
 * diagnostic setting, which holds the same in its properties.
 */
final class LogRowShape implements Shape {

  private static final String[] FIELDS = {
    "jobstatus",
    "jobfailurecode",
    "jobuniqueid",
    "joboperation",
    "jobstartdatetime",
    "jobdurationinsecs"
  };

  @Override
  public Kind kind(Node node) {
    return Kind.LOG_ROWS;
  }

  @Override
  public boolean fits(Node node) {
    return node.count(FIELDS) >= 2
        || node.get("properties").count(FIELDS) >= 2
        || (node.has("jobfailurecode")
            && node.count("timegenerated", "resourceid", "category") > 0);
  }

  @Override
  public void read(Place place, Walk walk) {
    Node node = place.node();
    boolean nested = node.get("properties").count(FIELDS) >= 2;
    Place inner = nested ? place.field("properties") : place;
    Node row = inner.node();
    boolean error = Roles.isCode(row.first("jobfailurecode")) && row.has("jobfailurecode");
    ResourceIds ids =
        ResourceIds.of(node)
            .orVm(
                row.first(
                    "backupitemfriendlyname",
                    "backupitemname",
                    "protectedcontainerfriendlyname",
                    "datasourcefriendlyname"))
            .orVault(row.first("vaultname"));
    if (!State.of(row.first("jobstatus"))
        .isFailed(error && !row.first("jobfailurecode").isEmpty())) {
      good(place, row, ids, walk);
      return;
    }
    walk.texts(inner, walk.out().incident(failedAt(row, node), ids));
  }

  private static void good(Place place, Node row, ResourceIds ids, Walk walk) {
    if (row.first("joboperation").equalsIgnoreCase("Backup")
        && row.first("jobstatus").equalsIgnoreCase("Completed")) {
      walk.out().good().add(Times.first(row, "jobstartdatetime"), "", ids, place, "Completed");
    }
  }

  private static @Nullable Instant failedAt(Node row, Node record) {
    Instant start = Times.first(row, "jobstartdatetime");
    Instant told = Times.first(row, "jobenddatetime", "timegenerated", "timestamp");
    return start != null
        ? start.plusSeconds(seconds(row.first("jobdurationinsecs", "jobdurationinseconds")))
        : told != null ? told : Times.first(record, "time", "timegenerated");
  }

  private static long seconds(String text) {
    return text.matches("\\d{1,6}(\\.\\d*)?") ? (long) Double.parseDouble(text) : 0;
  }
}
