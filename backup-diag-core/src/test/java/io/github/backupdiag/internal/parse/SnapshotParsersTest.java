package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.FreezeRun;
import io.github.backupdiag.fact.guest.VmbackupConf;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files about the snapshot. */
class SnapshotParsersTest {

  @Test
  void readsTheSettingsOfTheSectionOnly() {
    VmbackupConf conf =
        conf(
            """
            ; by hand
            [Other]
            timeout = 1
            [SnapshotThread]
            # TIMEOUT = 2
            Timeout: 90
            MountsToSkip = /a,/b c, /d
            SafeFreezeWaitInSeconds=120
            """);
    assertThat(conf.find("timeout")).isEqualTo(new VmbackupConf.Setting("timeout", "90", 6));
    assertThat(conf.mountsToSkip()).containsExactly("/a", "/b c", " /d");
    assertThat(conf.find("other")).isNull();
    assertThat(conf.oddLine()).isZero();
  }

  @Test
  void findsTheFirstLineThatIsNotAscii() {
    assertThat(conf("\ufeff[SnapshotThread]\n").oddLine()).isEqualTo(1);
    assertThat(conf("[SnapshotThread]\n# für\n").oddLine()).isEqualTo(2);
    byte[] utf16 = "[S]".getBytes(StandardCharsets.UTF_16LE);
    assertThat(VmbackupConfFile.parse("/c", utf16).oddLine()).isEqualTo(1);
    assertThat(conf("").mountsToSkip()).isEmpty();
  }

  private static VmbackupConf conf(String text) {
    return VmbackupConfFile.parse("/c", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"'a=1', a=1", "'[pre_post]\nfoo\n', foo", "'[pre_post]\n=x', =x"})
  void namesTheLineThatPythonRefuses(String text, String line) {
    assertThat(ConfigSection.parse(text, "pre_post").problem()).isEqualTo(line);
  }

  @Test
  void acceptsWhatPythonAccepts() {
    ConfigSection section =
        ConfigSection.parse(
            "[pre_post]\ntimeoutInSeconds: 1800\npluginPath0: /a\n  goes on\n[x]\ny=1\n",
            "pre_post");
    assertThat(section.problem()).isNull();
    assertThat(section.value("TIMEOUTINSECONDS")).isEqualTo("1800");
    assertThat(section.value("y")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [1, -2.5e+3, 0.5, true, false, null, \"a\\u00e9\\n\"] ",
        "{\"a\": {\"b\": []}, \"a\": 2}",
        "NaN",
        "-Infinity",
        "1E5"
      })
  void readsJsonAsPythonDoes(String text) {
    assertThat(StrictJson.parse(text).problemLine()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "'{\"a\": 1,}', 1",
    "'{\"a\"\n: 1\n\"b\": 2}', 3",
    "'{a: 1}', 1",
    "'[1,\n2', 2",
    "'{} x', 1",
    "'[01]', 1",
    "'[1.]', 1",
    "'[1e]', 1",
    "'\"a\nb\"', 1",
    "'\"\\x\"', 1",
    "'\"\\u12g4\"', 1",
    "'[tru]', 1",
    "'\ufeff{}', 1"
  })
  void namesTheLineOnWhichJsonEnds(String text, int line) {
    assertThat(StrictJson.parse(text).problemLine()).isEqualTo(line);
  }

  @Test
  void refusesJsonThatIsNestedWithoutEnd() {
    assertThat(StrictJson.parse("[".repeat(100_000)).problemLine()).isEqualTo(1);
  }

  @Test
  void readsAScriptConfiguration() {
    ScriptConfigFile config =
        ScriptConfigFile.parse(
            "{\"preScriptLocation\":\"/a\",\"postScriptLocation\":\"\",\"timeoutInSeconds\":60,"
                + "\"continueBackupOnFailure\":false}");
    assertThat(config).isEqualTo(new ScriptConfigFile(null, 0, "/a", "", 60L, false));
    assertThat(ScriptConfigFile.parse("{\"preScriptLocation\":\"/a\"}").problem())
        .isEqualTo("postScriptLocation");
    assertThat(ScriptConfigFile.parse("[]").problem()).isEqualTo("json");
    assertThat(ScriptConfigFile.parse("{\n}}").problemLine()).isEqualTo(2);
  }

  @Test
  void tellsTheMachineOfAProgram() {
    assertThat(ElfHeader.architecture(elf(1, 62))).isEqualTo("x86-64");
    assertThat(ElfHeader.architecture(elf(1, 183))).isEqualTo("arm64");
    assertThat(ElfHeader.architecture(elf(2, 40))).isEqualTo("arm");
    assertThat(ElfHeader.architecture(elf(1, 3))).isEqualTo("x86");
    assertThat(ElfHeader.architecture(elf(1, 9999))).isNull();
    assertThat(ElfHeader.architecture("#!/bin/sh and more of it".getBytes(StandardCharsets.UTF_8)))
        .isNull();
    assertThat(ElfHeader.architecture(new byte[19])).isNull();
  }

  private static byte[] elf(int order, int machine) {
    byte[] bytes = new byte[20];
    bytes[0] = 0x7f;
    bytes[1] = 'E';
    bytes[2] = 'L';
    bytes[3] = 'F';
    bytes[5] = (byte) order;
    bytes[order == 1 ? 18 : 19] = (byte) machine;
    bytes[order == 1 ? 19 : 18] = (byte) (machine >> 8);
    return bytes;
  }

  @Test
  void findsTheHoldersOfWriteLocks() {
    assertThat(
            LockTable.writers(
                """
                1: POSIX  ADVISORY  WRITE 812 08:01:131090 0 EOF
                2: POSIX  ADVISORY  READ 900 08:01:131091 0 EOF
                3: -> POSIX  ADVISORY  WRITE 901 08:01:131090 0 EOF
                4: OFDLCK ADVISORY  WRITE -1 08:01:131092 0 EOF
                5: FLOCK  ADVISORY  WRITE 812 00:19:5 0 EOF
                6: FLOCK  ADVISORY  WRITE 77 00:19:6 0 EOF
                """))
        .containsExactly(812L, 77L);
  }

  @Test
  void readsTheStateOfAProcess() {
    assertThat(ProcessState.parse("/proc/812/stat", "812 (my (sql) d) D 1 812 812 0"))
        .isEqualTo(new ProcessState(812, "my (sql) d", 'D'));
    assertThat(ProcessState.parse("/proc/812/task/830/stat", "830 (io) D 1"))
        .isEqualTo(new ProcessState(830, "io", 'D'));
    assertThat(ProcessState.parse("/proc/812/task/x/stat", "830 (io) D 1")).isNull();
    assertThat(ProcessState.parse("/proc/self/stat", "812 (a) D 1")).isNull();
    assertThat(ProcessState.parse("/proc/812/stat", "812 (a)")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/usr/share/zoneinfo/Europe/Berlin, Europe/Berlin",
    "../usr/share/zoneinfo/posix/Etc/UTC, Etc/UTC",
    "'Asia/Seoul\n', Asia/Seoul",
  })
  void tellsTheZone(String text, String zone) {
    assertThat(TimeZoneLink.zone(text)).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/usr/share/zoneinfo/", "nowhere/at all", "/etc/else"})
  void doesNotInventAZone(String text) {
    assertThat(TimeZoneLink.zone(text)).isNull();
  }

  @Test
  void findsAFreezeThatEnded() {
    FreezeRun run = freeze("arg : ['/x/safefreeze/bin/safefreeze', '60', '/']", "T:S thaw result");
    assertThat(run.ended()).isTrue();
    assertThat(run.line()).isEqualTo(2);
    assertThat(run.at()).isEqualTo(Instant.parse("2026-03-14T02:15:02Z"));
  }

  @Test
  void findsAnOpenFreeze() {
    FreezeRun run = freeze("proceeded for accepting signals", "inside while with sig_handle 0");
    assertThat(run.ended()).isFalse();
    assertThat(run.nextRun()).isNull();
  }

  @Test
  void findsTheRunAfterAnOpenFreeze() {
    FreezeRun run =
        freeze("****** 1. Starting Freeze Binary", "starting enable", "T:S thaw result");
    assertThat(run.ended()).isFalse();
    assertThat(run.nextRun()).isEqualTo(Instant.parse("2026-03-14T02:15:03Z"));
  }

  @Test
  void takesTheLastOfSeveralFreezes() {
    FreezeRun run =
        freeze(
            "proceeded for accepting signals",
            "****** 1. Starting Freeze Binary",
            "Enable,success,1",
            "proceeded for accepting signals");
    assertThat(run.line()).isEqualTo(5);
    assertThat(run.ended()).isFalse();
    assertThat(FreezeLog.parse(FileContent.of("/x", "nothing\n"))).isNull();
  }

  private static FreezeRun freeze(String... texts) {
    StringBuilder log = new StringBuilder("starting enable\n");
    int second = 2;
    for (String text : texts) {
      log.append("2026-03-14 02:15:0")
          .append(second++)
          .append(" [x-1.0]")
          .append(text)
          .append('\n');
    }
    return java.util.Objects.requireNonNull(
        FreezeLog.parse(FileContent.of("/x/extension.log", log.toString())));
  }

  @Test
  void findsTheKernelsLinesOnlyAndEachOnce() {
    String both =
        """
        Mar 14 03:15:20 vm kernel: [9.1] I/O error, dev sdc, sector 9
        Mar 14 03:15:21 vm app[7]: I/O error, dev sdc, sector 9
        2026-03-14T02:15:22.5+00:00 vm kernel: I/O error, dev sdd, sector 1
        2026-03-14T99:15:22.5+00:00 vm kernel: I/O error, dev sde, sector 1
        """;
    LogEvents events =
        kernelLog(ZoneId.of("Europe/Berlin"), Instant.parse("2026-03-14T04:00:00Z"))
            .read(List.of(FileContent.of("/a", both), FileContent.of("/b", both)));
    assertThat(events.events()).extracting(LogEvent::line).containsExactly(1L, 3L, 4L);
    assertThat(events.events())
        .extracting(LogEvent::time)
        .containsExactly(
            Instant.parse("2026-03-14T02:15:20Z"), Instant.parse("2026-03-14T02:15:22.500Z"), null);
    assertThat(events.newest()).isEqualTo(Instant.parse("2026-03-14T02:15:22.500Z"));
  }

  @Test
  void takesTheYearFromTheEndOfTheLog() {
    assertThat(timeOf("Dec 31 23:00:00", ZoneOffset.UTC, "2026-01-01T00:10:00Z"))
        .isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(timeOf("Jan  1 01:00:00", ZoneOffset.UTC, "2025-12-31T23:50:00Z"))
        .isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
    assertThat(timeOf("Feb 29 01:00:00", ZoneOffset.UTC, "2025-12-31T23:50:00Z")).isNull();
  }

  @Test
  void givesNoTimeWhereZoneOrYearAreNotKnown() {
    assertThat(timeOf("Mar 14 03:15:20", null, "2026-03-14T04:00:00Z")).isNull();
    assertThat(
            kernelLog(ZoneOffset.UTC, null)
                .read(List.of(kernelLine("Mar 14 03:15:20")))
                .events()
                .get(0)
                .time())
        .isNull();
  }

  private static @Nullable Instant timeOf(String stamp, @Nullable ZoneId zone, String latest) {
    return kernelLog(zone, Instant.parse(latest))
        .read(List.of(kernelLine(stamp)))
        .events()
        .get(0)
        .time();
  }

  private static FileContent kernelLine(String stamp) {
    return FileContent.of("/a", stamp + " vm kernel: I/O error, dev sdc, sector 9\n");
  }

  private static KernelLog kernelLog(@Nullable ZoneId zone, @Nullable Instant latest) {
    return new KernelLog(
        List.of(
            new LogSignature(
                "k-ioerror",
                "kernel",
                Set.of(Os.LINUX),
                "I/O error, dev",
                null,
                "error",
                List.of(),
                false,
                0)),
        zone,
        latest);
  }
}
