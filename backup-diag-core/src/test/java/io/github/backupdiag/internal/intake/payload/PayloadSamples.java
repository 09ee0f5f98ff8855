package io.github.backupdiag.internal.intake.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Inputs of every kind, made after the documented shapes; names and ids are invented. */
final class PayloadSamples {

  static final List<String> ALL =
      List.of(
          "action-group-mail.txt",
          "activity-alert.json",
          "arm-alert.json",
          "backup-alert.json",
          "backup-mail.txt",
          "cross-region-jobs.json",
          "resource-graph.json",
          "workload-job.json",
          "activity-log.json",
          "agent-status.json",
          "alert.json",
          "arm-error.json",
          "az-job-list.json",
          "az-table.txt",
          "diagnostic-record.json",
          "email.txt",
          "error-page-ja.txt",
          "error-page.txt",
          "events.xml",
          "extension-status.json",
          "handler-status.json",
          "instance-view.json",
          "job-list.json",
          "job.json",
          "linux-extension-status.json",
          "log-alert.json",
          "log-rows.csv",
          "log-rows.json",
          "log-rows.tsv",
          "log-tables.json",
          "operation-status.json",
          "powershell-extension.txt",
          "powershell-job.json",
          "powershell-list.txt",
          "powershell-table.txt",
          "powershell-vm.txt",
          "protected-item.json",
          "two-machines.txt");

  private PayloadSamples() {}

  static String text(String name) {
    String path = "/io/github/backupdiag/intake/payload/" + name;
    try (InputStream in = PayloadSamples.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
