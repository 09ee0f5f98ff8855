package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.fact.guest.ExtensionRun.End;
import io.github.backupdiag.guestaccess.FileContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunEndTest {

  private static final String BEGIN =
      SampleTexts.extensionLine(4, "starting enable")
          + SampleTexts.extensionLine(5, "taskId: 6f1c2d3e");

  private static ExtensionRun parse(String text) {
    return RunEnd.parse(FileContent.of("/extension.log", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Enable,success,1,Enable Succeeded | REPORTED",
        "Enable,error,121,freeze failed | REPORTED",
        "Enable,success,4,Transitioning state in extension | BROKEN_OFF",
        "arg : ['/x/main/safefreeze/bin/safefreeze', '66'] | FROZEN_LOG",
        "proceeded for accepting signals | FROZEN_LOG",
        "============== Binary output traces start ======= | HELPER",
        "getting the mount-points info using mount command | MOUNT_LIST",
        "customSettings : {} | BROKEN_OFF",
      })
  void tellsHowTheLogEnds(String line, End end) {
    ExtensionRun run = parse(BEGIN + SampleTexts.extensionLine(9, line));

    assertThat(run.end()).isEqualTo(end);
    assertThat(run.start()).isEqualTo(SampleTexts.RUN.plusSeconds(4));
    assertThat(run.last()).isEqualTo(SampleTexts.RUN.plusSeconds(9));
    assertThat(run.line()).isEqualTo(3);
    assertThat(run.text()).contains(line.strip());
  }

  @Test
  void goesOnAfterTheFinalStatus() {
    ExtensionRun run =
        parse(
            BEGIN
                + SampleTexts.extensionLine(9, "Enable,success,1,Enable Succeeded")
                + SampleTexts.extensionLine(10, "blob written succesfully")
                + SampleTexts.extensionLine(11, "lsblk"));

    assertThat(run.end()).isEqualTo(End.REPORTED);
  }

  @Test
  void tellsOfTheNewestRunAlone() {
    ExtensionRun run =
        parse(
            BEGIN
                + SampleTexts.extensionLine(6, "Traceback (most recent call last):")
                + "  File \"x.py\"\nKeyError: 'old'\n"
                + SampleTexts.extensionLine(9, "Enable,success,1,Enable Succeeded")
                + SampleTexts.extensionLine(90, "starting enable")
                + SampleTexts.extensionLine(91, "taskId: 7")
                + SampleTexts.extensionLine(92, "configfile"));

    assertThat(run.start()).isEqualTo(SampleTexts.RUN.plusSeconds(90));
    assertThat(run.end()).isEqualTo(End.BROKEN_OFF);
    assertThat(run.exception()).isNull();
  }

  @Test
  void keepsTheLastLineOfATraceback() {
    ExtensionRun run =
        parse(
            BEGIN
                + SampleTexts.extensionLine(6, "failed: Traceback (most recent call last):")
                + "  File \"main/handle.py\", line 9, in x\n    y()\n"
                + "TypeError: y() takes 2 arguments\n");

    assertThat(run.exception()).isEqualTo("TypeError: y() takes 2 arguments");
  }

  @Test
  void seesNoRunWhereNoneBegins() {
    assertThat(parse("")).isNull();
    assertThat(parse(SampleTexts.extensionLine(4, "starting enable"))).isNull();
    assertThat(parse("taskId: 9\n")).isNull();
  }
}
