package io.github.backupdiag.render;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Finding;
import io.github.backupdiag.report.Report;

/** Whole reports that several tests look at. */
final class Samples {

  private static final String NO_NETWORK = "ExtensionSnapshotFailedNoNetwork";

  private Samples() {}

  /** Every field is filled, every state occurs. */
  static SampleReport everything() {
    return SampleReport.forError()
        .status(Report.Status.PARTIAL)
        .incident("2026-11-20T02:45:00Z", "vm-build-7", "vault-west")
        .match(NO_NETWORK, 1)
        .syntheticMatch("BackupDiag.FrozenFileSystem")
        .unknownCode("UserErrorGuestAgentStatusUnavailabel", "UserErrorGuestAgentStatusUnavailable")
        .causes(frozen(), disabled(), handler())
        .causes(SampleCause.confirmed("guest-disk-full").likely().healed().evidence(noSpace()))
        .causes(
            SampleCause.in(CauseState.CONTRADICTORY, "clock-wrong")
                .title("The clock of the VM is wrong")
                .evidence("The agent's log is 3 hours ahead of Azure.", "2026-11-20T05:41:33Z")
                .against("The host saw the same time as the VM."))
        .causes(
            SampleCause.in(CauseState.OPEN, "proxy-in-the-way").title("A proxy is in the way"),
            SampleCause.in(CauseState.NOT_TESTED, "resource-group-locked")
                .title("A lock on the resource group keeps old restore points"),
            SampleCause.in(CauseState.RULED_OUT, "guest-agent-stopped")
                .against("The agent's service runs."))
        .finding(null, Finding.Outcome.NOT_APPLICABLE, "This machine is not an Azure VM.")
        .finding("guest-disk-full", Finding.Outcome.CONFIRMED, "The disk was full.")
        .nextStep("Allow Microsoft.Compute/virtualMachines/read on the VM.", "clock-wrong")
        .nextStep("Run as root.")
        .problem("org.example.Rule", "It threw java.lang.IllegalStateException.")
        .seen("guest.agent-config", "/etc/waagent.conf")
        .seen("guest.mounts", "/proc/self/mountinfo")
        .unseen("azure.vm-state", UnavailableReason.NOT_CONNECTED, "")
        .unseen("azure.locks", UnavailableReason.NOT_CONNECTED, "")
        .unseen("guest.agent-log", UnavailableReason.NOT_PERMITTED, "/var/log/waagent.log")
        .coverage(8, 6, 1)
        .timeline(TimelineReportTest.stopped())
        .word("code." + NO_NETWORK + ".title", "The snapshot failed: no network")
        .word("code." + NO_NETWORK + ".meaning", "The VM could not reach the storage of Azure.")
        .word("code.BackupDiag.FrozenFileSystem.title", "A file system stayed frozen")
        .word("fact.azure.locks", "locks of the resource group")
        .word("fact.azure.vm-state", "power state of the VM")
        .word("cause.file-system-frozen.summary", "Writers on /data wait until it is thawed.")
        .word("remediation.repair.title", "Repair it");
  }

  private static SampleCause frozen() {
    return SampleCause.confirmed("file-system-frozen")
        .title("A file system was left frozen")
        .dangerous()
        .evidence("/data does not take writes.", "fsfreeze: /data: frozen\nsecond line")
        .step("warning", "Programs stop.", null, null, Remediation.Risk.SERVICE_RESTART)
        .step(
            "thaw",
            "Thaw it:",
            "sudo fsfreeze --unfreeze '/data' && echo it-is-thawed-now-and-a-very-long-command-goes-on-and-on --with many more options",
            "A file can be made on /data.",
            Remediation.Risk.SERVICE_RESTART)
        .step("portal", "Open the VM in the portal.", null, null);
  }

  private static SampleCause disabled() {
    return SampleCause.confirmed("extensions-disabled-in-agent-config")
        .title("Extensions are switched off in the agent's configuration")
        .evidence("The agent runs no extension.", "Extensions.Enabled=n")
        .step("enable", "Switch them on:", "sudo sed -i 's/=n/=y/' /etc/waagent.conf", null);
  }

  private static SampleCause handler() {
    return SampleCause.confirmed("extension-handler-missing")
        .title("The backup extension is not installed")
        .explainedBy("extensions-disabled-in-agent-config")
        .evidence(Evidence.of(SampleCause.CONFIG, Phrase.literal("No handler folder.")));
  }

  private static Evidence noSpace() {
    return Evidence.of(FactKey.text("guest.disk-events"), "The disk was full at 02:44.")
        .withExcerpt("OSError: [Errno 28] No space left on device")
        .withPlace("/var/log/waagent.log", 4711);
  }
}
