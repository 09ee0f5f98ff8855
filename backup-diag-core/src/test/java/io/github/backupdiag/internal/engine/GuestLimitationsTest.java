package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.SignDiagnosis.both;
import static io.github.backupdiag.internal.engine.SignDiagnosis.diagnosis;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Report.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a connection could not read stands in the report. */
class GuestLimitationsTest {

  private static final Probe SEEING = Make.seeing("p.sign", Make.SIGN, "good");

  /** A copy of which nothing is asked. */
  private record Copy(boolean isComplete, List<String> limitations) implements GuestConnection {

    @Override
    public Nature nature() {
      return Nature.COPY;
    }

    @Override
    public String name() {
      return "logs.zip";
    }

    @Override
    public Answers ask(List<Question<?>> questions, Duration timeout) {
      return Answers.none();
    }
  }

  @Test
  void aWholeGuestLeavesNothingToSay() {
    Report report = report(new Copy(true, List.of()));
    assertThat(report.status()).isEqualTo(Status.COMPLETE);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void somethingOddIsNamedAndTheReportIsComplete() {
    Report report = report(new Copy(true, List.of("run/pipe is a pipe")));
    assertThat(report.status()).isEqualTo(Status.COMPLETE);
    assertThat(report.problems())
        .containsExactly(new ExtensionProblem("logs.zip", "run/pipe is a pipe"));
  }

  @Test
  void aGuestThatWasCutMakesTheReportPartial() {
    Report report = report(new Copy(false, List.of("it is cut")));
    assertThat(report.status()).isEqualTo(Status.PARTIAL);
    assertThat(report.problems())
        .extracting(ExtensionProblem::where)
        .containsExactly("core.connection", "logs.zip");
  }

  private static Report report(GuestConnection guest) {
    return diagnosis(SEEING).connect(GuestConnection.class, guest).build().diagnose(both().build());
  }
}
