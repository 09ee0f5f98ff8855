package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.report.CauseState;
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
  void ifNothingWasConfirmedThatIsSaidWithTheNumbers() {
    SampleReport report =
        SampleReport.forError()
            .causes(
                SampleCause.in(CauseState.OPEN, "a"),
                SampleCause.in(CauseState.NOT_TESTED, "b"),
                SampleCause.in(CauseState.RULED_OUT, "c"))
            .coverage(3, 1, 1);

    assertThat(report.as(Renderers.text()))
        .startsWith(
            """
            No cause was confirmed.
            Possible causes: 3. Ruled out: 1. Could not be looked at: 1.
            """);
  }

  @Test
  void aHealthCheckThatDecidedNothingIsNotAGoodSign() {
    SampleReport report =
        SampleReport.healthCheck()
            .causes(SampleCause.in(CauseState.NOT_TESTED, "a"))
            .coverage(1, 0, 1);

    assertThat(report.as(Renderers.text()))
        .contains("Nothing was decided. This does not mean that the VM or its backup is well.")
        .doesNotContain("healthy");
  }

  @Test
  void aHealthCheckDoesNotListOpenCausesNorAnError() {
    SampleReport report =
        SampleReport.healthCheck()
            .causes(
                SampleCause.in(CauseState.OPEN, "a"), SampleCause.in(CauseState.NOT_TESTED, "b"))
            .unseen("guest.agent-log", UnavailableReason.TIMED_OUT, "")
            .coverage(2, 0, 1);

    assertThat(report.as(Renderers.text()))
        .contains("Out of time: guest.agent-log")
        .doesNotContain("Title of a", "Title of b", "The error", "recognised");
  }

  @Test
  void ofManyOpenCausesTheFirstFiveAreListedAndTheRestCounted() {
    SampleReport report = SampleReport.forError();
    for (int i = 1; i <= 12; i++) {
      report.causes(SampleCause.in(i < 4 ? CauseState.OPEN : CauseState.NOT_TESTED, "c" + i));
    }

    assertThat(report.as(Renderers.text()))
        .contains("- Title of c1 (open)\n    Reason of c1\n", "- Title of c5 (not tested)\n")
        .contains("Further causes in the JSON report (--format json): 7")
        .doesNotContain("Title of c6");
  }

  @Test
  void anErrorThatNobodyKnowsIsAdmitted() {
    assertThat(SampleReport.forError().as(Renderers.text()))
        .contains("No known code or message was recognised.", "No possible cause is known");
  }

  @Test
  void anUnknownCodeIsShownWithItsNeighbours() {
    assertThat(
            SampleReport.forError()
                .unknownCode("UserErrorX", "UserErrorA", "UserErrorB")
                .unknownCode("Lonely")
                .as(Renderers.text()))
        .contains(
            "Unknown code: UserErrorX. Known codes of similar spelling: UserErrorA, UserErrorB.",
            "Unknown code: Lonely.\n");
  }

  @Test
  void aKeyOfOursIsNotShownAsACodeOfMicrosoft() {
    assertThat(Samples.everything().as(Renderers.text()))
        .contains("Seen on the system: A file system stayed frozen\n")
        .doesNotContain("BackupDiag.FrozenFileSystem");
  }

  @Test
  void aMatchThatIsNotToTheLetterSaysSo() {
    assertThat(SampleReport.forError().match("SomeCode", 0.8).as(Renderers.text()))
        .contains("Recognised: SomeCode (similar, not to the letter)");
  }

  @Test
  void theMeaningOfTheCodeHelpsAsLongAsNoCauseIsConfirmed() {
    SampleReport report =
        SampleReport.forError().match("C", 1).word("code.C.meaning", "It means this.");

    assertThat(report.as(Renderers.text())).contains("It means this.");
    assertThat(report.causes(SampleCause.confirmed("x")).as(Renderers.text()))
        .doesNotContain("It means this.");
  }

  @Test
  void onlyFiveNextStepsAreShownAndWhatTheyUnlock() {
    SampleReport report = SampleReport.forError();
    for (int i = 1; i <= 6; i++) {
      report.nextStep("Look " + i + ".", "a", "b");
    }

    assertThat(report.as(Renderers.text()))
        .contains("- Look 5. (causes this could decide: 2)")
        .doesNotContain("Look 6.");
  }

  @Test
  void whatCouldNotBeSeenForTheSameReasonSharesALine() {
    assertThat(Samples.everything().as(Renderers.text()))
        .contains(
            "- Not connected: power state of the VM, locks of the resource group\n",
            "- Not permitted (/var/log/waagent.log): guest.agent-log\n");
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
