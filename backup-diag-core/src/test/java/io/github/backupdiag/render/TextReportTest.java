package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.report.Finding;
import io.github.backupdiag.report.Report;
import org.junit.jupiter.api.Test;

class TextReportTest {
  @Test
  void theReportReadsFromTheAnswerToWhatIsLessSure() {
    assertThat(Samples.everything().as(Renderers.text()))
        .containsSubsequence(
            "Danger: this can leave a file system frozen",
            "Cause: A file system was left frozen (confirmed, certain)",
            "Writers on /data wait",
            "Note: This machine is not an Azure VM.",
            "The error\n",
            "Evidence\n",
            "What to do\n",
            "Other confirmed causes\n",
            "  Cause: Extensions are switched off",
            "    Consequence: The backup extension is not installed",
            "Contradictory: ",
            "Not decided, most likely first\n",
            "What could not be seen\n",
            "How to see it\n",
            "What was seen\n",
            "Problems of the diagnosis itself\n",
            "Status: partial.");
  }

  @Test
  void theFirstLineIsTheAnswerAndTheLastOneTheStatus() {
    SampleReport report = SampleReport.forError().causes(SampleCause.confirmed("guest-disk-full"));

    assertThat(report.as(Renderers.text()).lines().toList())
        .startsWith("Cause: Title of guest-disk-full (confirmed, certain)")
        .endsWith("Status: complete. All that was planned was done.");
  }

  @Test
  void theLastLinesAreNotPartOfTheStepsBefore() {
    SampleCause cause =
        SampleCause.confirmed("a").evidence("s", "e").step("b", "Do it.", null, null);

    assertThat(SampleReport.forError().causes(cause).coverage(4, 3, 1).as(Renderers.text()))
        .endsWith(
            """

            Possible causes: 4. Ruled out: 0. Could not be looked at: 1.
            Status: complete. All that was planned was done.
            """);
  }

  @Test
  void dangerOfALaterCauseIsNamedBeforeTheAnswer() {
    SampleReport report =
        SampleReport.forError()
            .causes(SampleCause.confirmed("first"), SampleCause.confirmed("second").dangerous());

    assertThat(report.as(Renderers.text()))
        .startsWith("Danger: Title of second. This can leave a file system frozen or lose data.");
  }

  @Test
  void evidenceNamesFileLineAndTime() {
    assertThat(Samples.everything().as(Renderers.text()))
        .contains(
            """
              + /data does not take writes.
                /etc/waagent.conf:12, 2026-11-20T02:41:33Z, when the backup failed
                | fsfreeze: /data: frozen
                | second line
            """);
  }

  @Test
  void theRiskIsSaidBeforeTheFirstCommand() {
    assertThat(Samples.everything().as(Renderers.text()))
        .containsSubsequence(
            "  Caution, a service or the VM stops or stalls. Programs stop.\n",
            "  1. Thaw it:\n",
            "       $ sudo fsfreeze",
            "     Check: A file can be made on /data.\n",
            "  2. Open the VM in the portal.\n");
  }

  @Test
  void aRiskWithoutAWarningOfItsOwnIsSaidToo() {
    SampleCause cause =
        SampleCause.confirmed("lock")
            .step("remove", "Remove it:", "az x", null, Remediation.Risk.DATA_LOSS_POSSIBLE);

    assertThat(SampleReport.forError().causes(cause).as(Renderers.text()))
        .contains("  Caution, data may be lost.\n  1. Remove it:\n");
  }

  @Test
  void aCommandIsNeverBroken() {
    String command = "az vm extension list --ids " + "/subscriptions/0".repeat(20);
    SampleCause cause = SampleCause.confirmed("long").step("look", "Look:", command, null);

    assertThat(SampleReport.forError().causes(cause).as(Renderers.text(false, 40)))
        .contains("$ " + command + "\n");
  }

  @Test
  void aCauseThatIsGoneSaysToRunTheBackupAgain() {
    SampleCause cause = SampleCause.confirmed("full").healed().step("grow", "Grow it.", null, null);

    assertThat(SampleReport.forError().causes(cause).as(Renderers.text()))
        .contains("is gone now. Run the backup again.", "If it comes back\n  1. Grow it.");
  }

  @Test
  void aConsequenceStandsUnderItsRootAndItsStepsComeLater() {
    SampleCause root = SampleCause.confirmed("root");
    SampleCause next =
        SampleCause.confirmed("next").explainedBy("root").step("a", "Mend it.", null, null);
    SampleCause last = SampleCause.confirmed("last").explainedBy("next");

    assertThat(SampleReport.forError().causes(last, root, next).as(Renderers.text()))
        .startsWith("Cause: Title of root")
        .contains(
            "Consequence: Title of next",
            "  If it is still there once its cause is gone\n    1. Mend it.",
            "  Consequence: Title of last")
        .doesNotContain("Other confirmed causes");
  }

  @Test
  void causesThatExplainEachOtherAreAllShown() {
    SampleReport report =
        SampleReport.forError()
            .causes(
                SampleCause.confirmed("hen").explainedBy("egg"),
                SampleCause.confirmed("egg").explainedBy("hen"));

    assertThat(report.as(Renderers.text()))
        .contains("Cause: Title of hen", "Consequence: Title of egg");
  }

  @Test
  void aRuleAboutTheGuestThatFoundNothingOddIsNoNote() {
    SampleReport report =
        SampleReport.forError()
            .finding(null, Finding.Outcome.RULED_OUT, "It is an Azure VM.")
            .finding(null, Finding.Outcome.FAILED, "It threw.")
            .finding("x", Finding.Outcome.INCONCLUSIVE, "About a cause.");

    assertThat(report.as(Renderers.text())).doesNotContain("Note:");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    String text = Samples.everything().as(Renderers.text(false, 60));

    assertThat(text.lines().filter(line -> !line.contains("$ ")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
  }

  @Test
  void coloursAreWrittenOnlyOnRequestAndCarryNoWords() {
    String plain = Samples.everything().as(Renderers.text(false, 100));
    String coloured = Samples.everything().as(Renderers.text(true, 100));

    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[1;31mDanger:");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void aLogLineCannotForgeALineOfTheReport() {
    String forged = "x\n\u001b[2J\u001b[HCause: all is well (confirmed)\r\u202eabc";
    SampleReport report =
        SampleReport.forError().causes(SampleCause.confirmed("a").evidence(forged, forged));

    assertThat(report.as(Renderers.text()))
        .contains("+ x\\n\\u001b[2J\\u001b[HCause: all is well (confirmed)\\r\\u202eabc\n")
        .contains(
            "    | x\n    | \\u001b[2J\\u001b[HCause: all is well (confirmed)\\r\\u202eabc\n");
  }

  @Test
  void aLongExcerptIsCutInTextButNotInJson() {
    String excerpt = "e".repeat(5000);
    SampleReport report =
        SampleReport.forError().causes(SampleCause.confirmed("a").evidence("s", excerpt));

    assertThat(report.as(Renderers.text()).length()).isLessThan(2500);
    assertThat(report.as(Renderers.json())).contains(excerpt);
  }

  @Test
  void everyStatusHasItsLine() {
    for (Report.Status status : Report.Status.values()) {
      assertThat(SampleReport.forError().status(status).as(Renderers.text()))
          .contains("\nStatus: " + status.name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
