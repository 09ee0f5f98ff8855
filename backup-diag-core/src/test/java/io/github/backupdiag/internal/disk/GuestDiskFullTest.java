package io.github.backupdiag.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.RuleTester;
import io.github.backupdiag.internal.rules.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuestDiskFullTest {

  private static final Instant INSIDE = Samples.NIGHT.plusSeconds(30);
  private static final String NO_SPACE = "[Errno 28] No space left on device";

  private final RuleTester rule =
      RuleTester.of(new GuestDiskFull()).given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsALineOfTheFailedJob() {
    RuleTester test = with(line(INSIDE, NO_SPACE + ": '/var/lib/waagent/history/1.zip'"));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY AT_FAILURE");
    assertThat(test.evidence().get(0).file()).isEqualTo("/var/log/waagent.log");
    assertThat(test.evidence().get(0).line()).isEqualTo(17);
    assertThat(test.evidence().get(0).time()).isEqualTo(INSIDE);
  }

  @Test
  void confirmsALineOfTheExtension() {
    RuleTester test =
        rule.given(
            GuestFacts.EXTENSION_LOG,
            Samples.log(
                INSIDE,
                new LogEvent(
                    "ext-status-file-failed",
                    "/var/log/azure/x/extension.log",
                    5,
                    INSIDE,
                    "Status file creation failed with error: " + NO_SPACE)));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY AT_FAILURE");
  }

  @Test
  void takesALineOfAnotherNightForAHint() {
    assertThat(with(line(Samples.NIGHT.minus(Duration.ofDays(2)), NO_SPACE)).summary())
        .isEqualTo("inconclusive with a hint");
  }

  @Test
  void takesALineForAHintWithoutAWindow() {
    RuleTester test =
        with(line(INSIDE, NO_SPACE))
            .givenUnavailable(BackupFacts.WINDOW, UnavailableReason.NO_PROBE);
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void ignoresLinesThatOnlyPointThere() {
    LogEvent line =
        Samples.agentLine("wa-handler-status-save", INSIDE, "[Errno 2] No such file or directory");
    assertThat(with(line).summary()).isEqualTo("inconclusive");
  }

  @Test
  void ignoresTheSameErrorOfAKernelFile() {
    assertThat(with(line(INSIDE, NO_SPACE + ": '/sys/fs/cgroup/cpu/x/cgroup.procs'")).summary())
        .isEqualTo("inconclusive");
  }

  @Test
  void doesNotTakeSilenceForRoom() {
    assertThat(rule.given(GuestFacts.AGENT_LOG, Samples.log(INSIDE)).summary())
        .isEqualTo("inconclusive");
    assertThat(rule.summary()).isEqualTo("inconclusive");
  }

  private RuleTester with(LogEvent line) {
    return rule.given(GuestFacts.AGENT_LOG, Samples.log(INSIDE, line));
  }

  private static LogEvent line(Instant time, String text) {
    return Samples.agentLine("wa-errno-28", time, text);
  }
}
