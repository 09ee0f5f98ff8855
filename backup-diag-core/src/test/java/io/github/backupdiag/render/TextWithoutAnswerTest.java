package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.report.CauseState;
import org.junit.jupiter.api.Test;

class TextWithoutAnswerTest {
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
  void ofManyOpenCausesFiveAreExplainedTenNamedAndTheRestCounted() {
    SampleReport report = SampleReport.forError();
    for (int i = 1; i <= 18; i++) {
      report.causes(SampleCause.in(i < 4 ? CauseState.OPEN : CauseState.NOT_TESTED, "c" + i));
    }

    assertThat(report.as(Renderers.text()))
        .contains("- Title of c1 (open)\n    Reason of c1\n", "- Title of c5 (not tested)\n")
        .contains("- Title of c6\n", "- Title of c15\n")
        .contains("Further causes in the JSON report (--format json): 3")
        .doesNotContain("Title of c16");
  }

  @Test
  void anUndecidedCauseSaysHowToLookForItAndWhatHelps() {
    SampleReport report =
        SampleReport.forError()
            .causes(
                SampleCause.in(CauseState.NOT_TESTED, "a").step("s", "Repair:", "repair", null),
                SampleCause.in(CauseState.OPEN, "b"))
            .word("cause.a.check", "Read the log.")
            .word("cause.b.check", "Read the file.")
            .word("remediation.repair.title", "Repair it");

    assertThat(report.as(Renderers.text()))
        .contains("    How to check: Read the log.\n    What helps: Repair it\n")
        .contains("    Reason of b\n    How to check: Read the file.\n")
        .doesNotContain("Reason of a");
    assertThat(report.as(Renderers.html()))
        .contains("<p>How to check: Read the log.</p>\n<p>What helps: Repair it</p>");
    assertThat(report.as(Renderers.markdown()))
        .contains("How to check: Read the log.\\\n  What helps: Repair it\n");
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
  void whatWasSeenIsListedBySource() {
    SampleReport report = SampleReport.forError();
    for (int i = 1; i <= 10; i++) {
      report.seen("guest.fact-" + i, "/etc/waagent.conf");
    }

    assertThat(report.as(Renderers.text(false, 100)))
        .contains("What was seen\n  - /etc/waagent.conf: guest.fact-1, guest.fact-2,")
        .contains("guest.fact-8, further: 2\n")
        .doesNotContain("guest.fact-9");
  }

  @Test
  void aLongListOfFactsIsCutAndCounted() {
    SampleReport report = SampleReport.healthCheck();
    for (int i = 1; i <= 15; i++) {
      report.unseen("guest.fact-" + i, UnavailableReason.FAILED, "error " + i);
    }

    assertThat(report.as(Renderers.text()))
        .contains("- The look failed (error 12): guest.fact-12\n")
        .contains("Further facts in the JSON report (--format json): 3\n")
        .doesNotContain("error 13");
  }
}
