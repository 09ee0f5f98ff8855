package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.ProbeRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatherAndJudgeTest {

  private static final String CODE = "UserErrorGuestAgentStatusUnavailable";

  @TempDir private Path folder;

  @Test
  void judgesLaterWhatWasGathered() throws Exception {
    String root = Guest.withExtensionsSwitchedOff(folder).toString();
    Path facts = folder.resolve("facts.json");
    Run gathered = Run.of("gather", "--root", root, "--out", facts.toString());
    assertThat(gathered.out()).isEmpty();
    assertThat(gathered.err()).isEmpty();
    assertThat(gathered.status()).isEqualTo(ExitStatus.OK);

    Run judged = Run.of("judge", facts.toString());
    assertThat(judged.out()).contains("Extensions.Enabled=n");
    assertThat(judged.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void writesFactsToStandardOutputForJudgeToRead() throws Exception {
    String root = Guest.withExtensionsSwitchedOff(folder).toString();
    Run gathered = Run.of("gather", "--root", root, "--out", "-");
    Run judged = Run.withInput(gathered.out(), "judge", "-");
    assertThat(judged.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void judgesUnderAnotherError() throws Exception {
    String facts = folder.resolve("facts.json").toString();
    Run.of("gather", "--root", Guest.linux(folder).toString(), "--out", facts);
    assertThat(Run.of("judge", facts, "--format", "json").out()).doesNotContain(CODE);
    assertThat(Run.of("judge", facts, "--error", CODE, "--format", "json").out()).contains(CODE);
    assertThat(Run.withInput(CODE, "judge", facts, "--error", "-", "--format", "json").out())
        .contains(CODE);
  }

  @Test
  void saysWhenSomethingPlannedCouldNotBeSeen() {
    assertThat(ExitStatus.ofGathering(after(null))).isEqualTo(ExitStatus.OK);
    assertThat(ExitStatus.ofGathering(after(UnavailableReason.NOT_RECORDED)))
        .isEqualTo(ExitStatus.OK);
    assertThat(ExitStatus.ofGathering(after(UnavailableReason.NOT_PERMITTED)))
        .isEqualTo(ExitStatus.PARTIAL);
    assertThat(ExitStatus.ofGathering(FactSet.empty())).isEqualTo(ExitStatus.OK);
  }

  private static FactSet after(UnavailableReason failure) {
    return FactSet.builder()
        .observed(BackupFacts.PROBE_RUNS, List.of(new ProbeRun("a.probe", failure, "")), "test")
        .build();
  }
}
