package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AgentLife;
import io.github.backupdiag.fact.guest.InlineComment;
import io.github.backupdiag.fact.guest.SelinuxState.Mode;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files of the system and the signs of life in the agent's log. */
class SystemFilesTest {

  @Test
  void readsHeartbeatsAndStarts() {
    AgentLife life =
        AgentHeartbeats.parse(
            FileContent.of(
                "/log",
                """
                2026-03-14T01:00:00.1Z INFO ExtHandler ExtHandler Agent WALinuxAgent-2.9.1.1 is running as the goal state agent [DEBUG x]
                2026-03-14T01:30:00.1Z INFO ExtHandler ExtHandler [HEARTBEAT] Agent WALinuxAgent-2.9.1.1 is running as the goal state agent [DEBUG HeartbeatCounter: 7;HeartbeatId: A]
                2026-03-14T02:00:00.1Z WARNING EnvHandler ExtHandler Dhcp client is not running.
                """),
            null);
    assertThat(life.heartbeat()).isEqualTo(Instant.parse("2026-03-14T01:30:00.1Z"));
    assertThat(life.line()).isEqualTo(2);
    assertThat(life.counter()).isEqualTo(7);
    assertThat(life.newestLine()).isEqualTo(Instant.parse("2026-03-14T02:00:00.1Z"));
    assertThat(life.starts()).containsExactly(Instant.parse("2026-03-14T01:00:00.1Z"));
    assertThat(life.newest()).isEqualTo(life.heartbeat());
  }

  @Test
  void takesTheLaterOfHeartbeatAndReport() {
    Instant report = Instant.parse("2026-03-14T03:00:00Z");
    assertThat(AgentHeartbeats.parse(FileContent.of("/log", ""), report).newest())
        .isEqualTo(report);
    assertThat(AgentHeartbeats.parse(FileContent.of("/log", ""), null).newest()).isNull();
  }

  @Test
  void findsCommentsBehindValues() {
    assertThat(
            InlineComments.parse(
                "/c",
                """
                # OS.OpensslPath=None # a comment line
                OS.OpensslPath=None    # If "None", the default is used.
                Lib.Dir=/var/lib/waagent
                Empty=# nothing
                """))
        .singleElement()
        .extracting(InlineComment::line, InlineComment::key, InlineComment::value)
        .containsExactly(2, "OS.OpensslPath", "None");
  }

  @ParameterizedTest
  @CsvSource({"enforcing, ENFORCING", "Permissive, PERMISSIVE", "disabled, DISABLED"})
  void readsTheSelinuxConfiguration(String word, Mode mode) {
    var state =
        SelinuxConfig.config("/c", "# SELINUX=disabled\nSELINUX=" + word + " \nSELINUXTYPE=x");
    assertThat(state.mode()).isEqualTo(mode);
    assertThat(state.line()).isEqualTo(2);
    assertThat(state.live()).isFalse();
  }

  @Test
  void readsTheSelinuxSwitch() {
    assertThat(SelinuxConfig.enforce("/e", "1\n").mode()).isEqualTo(Mode.ENFORCING);
    assertThat(SelinuxConfig.enforce("/e", "0").mode()).isEqualTo(Mode.PERMISSIVE);
    assertThat(SelinuxConfig.enforce("/e", "x")).isNull();
    assertThat(SelinuxConfig.config("/c", "SELINUX=x\n")).isNull();
    assertThat(SelinuxConfig.config("/c", "")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet fips=1",
        "GRUB_CMDLINE_LINUX=\"fips=1 quiet\"",
        "options root=/dev/sda fips=1"
      })
  void findsFipsMode(String line) {
    assertThat(KernelArguments.fips("/g", "x\n" + line + "\n").line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fips=0", "# fips=1", "nofips=1x", "fips=11", ""})
  void findsNoFipsMode(String line) {
    assertThat(KernelArguments.fips("/g", line)).isNull();
  }

  @Test
  void readsLoadAndMemory() {
    assertThat(LoadFiles.load("3.10 2.50 1.00 1/345 678\n")).isEqualTo(2.5);
    assertThat(LoadFiles.load("x")).isEqualTo(-1);
    assertThat(LoadFiles.lastMinute("3.10 2.50 1.00 1/345 678\n")).isEqualTo(3.1);
    assertThat(LoadFiles.lastMinute(" ")).isEqualTo(-1);
    assertThat(LoadFiles.processors("cpu  1 2\ncpu0 1\ncpu1 1\nintr 5\n")).isEqualTo(2);
    assertThat(LoadFiles.pressure("some avg10=0.00 avg60=1.00 avg300=12.34 total=1\n"))
        .isEqualTo(12.34);
    assertThat(LoadFiles.pressure("")).isEqualTo(-1);
    assertThat(LoadFiles.bytes("MemTotal:  2048 kB\nMemAvailable: 1024 kB\n", "MemAvailable"))
        .isEqualTo(1L << 20);
    assertThat(LoadFiles.bytes("MemTotal: x\n", "MemTotal")).isZero();
  }

  @Test
  void readsTheCgroupTable() {
    assertThat(
            CgroupTable.parse(
                """
                #subsys_name\thierarchy\tnum_cgroups\tenabled
                cpuset\t0\t1\t0
                cpu\t4\t1\t1
                """))
        .containsExactly("cpu");
  }

  @Test
  void readsTheWidthOfPrograms() {
    assertThat(ElfClass.bits(new byte[] {0x7f, 'E', 'L', 'F', 1})).isEqualTo(32);
    assertThat(ElfClass.bits(new byte[] {0x7f, 'E', 'L', 'F', 2})).isEqualTo(64);
    assertThat(ElfClass.bits(new byte[] {'#', '!', '/', 'b', 'i'})).isZero();
    assertThat(ElfClass.bits(new byte[0])).isZero();
  }

  @Test
  void comparesVersions() {
    assertThat(Versions.compare("22.04", "22.4")).isZero();
    assertThat(Versions.compare("9.10", "9.9")).isPositive();
    assertThat(Versions.compare("", "1")).isNegative();
    assertThat(Versions.compare("3.0.1", "3")).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-14T02:15:09Z WARNING EnvHandler ExtHandler text, WARNING, EnvHandler, ExtHandler",
    "2026-03-14T02:15:09Z INFO ExtHandler [Some-1.0] text, INFO, ExtHandler, [Some-1.0]",
    "2021-05-28T01:17:40Z WARNING ExtHandler Move rules, WARNING, '', ExtHandler",
    "2021/03/30 19:35:35.9 ERROR Daemon text, ERROR, '', Daemon",
    "2021/03/30 19:35:35.9 WARNING Disabling the agent, WARNING, '', ''",
    "no head at all, '', '', ''",
    "'', '', '', ''",
  })
  void readsTheHeadOfARecord(String line, String level, String thread, String prefix) {
    assertThat(RecordHead.of(line)).isEqualTo(new RecordHead(level, thread, prefix));
  }
}
