package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.WorkloadConf;
import io.github.backupdiag.fact.guest.WorkloadConf.Fault;
import io.github.backupdiag.fact.guest.WorkloadConf.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the scripts for databases, as the extension takes them. */
class WorkloadConfFileTest {

  private static final String ORACLE =
      """
      [workload]
      workload_name = oracle
      configuration_path = /etc/oratab
      timeout = 90
      linux_user = azbackup
      """;

  private static final String MYSQL =
      """
      [workload]
      workload_name = mysql
      command_path = /usr/bin/
      credString = --login-path=backup
      role = master
      ipc_folder = /var/lib/mysql-files
      timeout = 90
      """;

  @Test
  void findsNothingWrongInTheDocumentedFiles() {
    assertThat(parse(ORACLE)).isEqualTo(new WorkloadConf("/c", "oracle", java.util.List.of()));
    assertThat(parse(MYSQL).faults()).isEmpty();
    assertThat(parse(MYSQL.replace("90", "90 ; seconds")).faults()).isEmpty();
    assertThat(parse(ORACLE + "[logbackup]\nx = 50%\n").faults()).isEmpty();
    assertThat(parse(MYSQL + "enforceSlaveOnly = 0\ncustomScriptEnabled = 1\n").faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[other]\nworkload_name = oracle\n",
        "[workload]\nworkload_name =\nrole = x\n",
        "[workload]\ntimeout =\n",
        "[Workload]\nworkload_name = db2\n"
      })
  void takesAFileWithoutADatabaseForSwitchedOff(String text) {
    assertThat(parse(text).isOn()).isFalse();
    assertThat(parse(text).faults()).isEmpty();
  }

  @Test
  void namesWhatTheExtensionStumblesOn() {
    assertFault(ORACLE.replace("= oracle", "= Oracle"), Kind.DATABASE, 2);
    assertFault(ORACLE.replace("linux_user = azbackup\n", ""), Kind.LOGIN, 0);
    assertFault(MYSQL.replace("= master", "= Master"), Kind.ROLE, 5);
    assertFault(MYSQL + "enforceSlaveOnly = 1\n", Kind.ROLE, 8);
    assertFault(MYSQL + "enforceSlaveOnly = yes\n", Kind.NUMBER, 8);
    assertFault(MYSQL + "customScriptEnabled =\n", Kind.NUMBER, 8);
    assertFault(MYSQL.replace("ipc_folder = /var/lib/mysql-files\n", ""), Kind.IPC_FOLDER, 0);
    assertFault(MYSQL.replace("= 90", "="), Kind.TIMEOUT, 7);
    assertFault(MYSQL.replace("= 90", "= 90s"), Kind.TIMEOUT, 7);
    assertFault(MYSQL + "role = slave\n", Kind.UNREADABLE, 8);
    assertFault(MYSQL + "nonsense\n", Kind.UNREADABLE, 8);
    assertFault("\ufeff" + ORACLE, Kind.UNREADABLE, 1);
  }

  @Test
  void knowsWhichPercentSignPythonRefuses() {
    assertFault(MYSQL.replace("backup", "a%b"), Kind.PERCENT, 4);
    assertFault(MYSQL.replace("backup", "a%%%b"), Kind.PERCENT, 4);
    assertThat(parse(MYSQL.replace("backup", "a%%b")).faults()).isEmpty();
  }

  @Test
  void keepsNoLogin() {
    String text = MYSQL.replace("--login-path=backup", "-pHunter2%") + "Hunter2\n";
    assertThat(parse(text).toString()).doesNotContain("Hunter2").doesNotContain("login");
  }

  @Test
  void namesTheFolderWhereItIsNeeded() {
    assertThat(WorkloadConfFile.ipcFolder(MYSQL)).isEqualTo("/var/lib/mysql-files");
    assertThat(WorkloadConfFile.ipcFolder(MYSQL.replace("= mysql", "= oracle"))).isNull();
    assertThat(WorkloadConfFile.ipcFolder(ORACLE)).isNull();
    assertThat(WorkloadConfFile.ipcFolder("ipc_folder = /x")).isNull();
  }

  private static void assertFault(String text, Kind kind, int line) {
    assertThat(parse(text).faults()).containsExactly(new Fault(kind, line));
  }

  private static WorkloadConf parse(String text) {
    return WorkloadConfFile.parse("/c", text);
  }
}
