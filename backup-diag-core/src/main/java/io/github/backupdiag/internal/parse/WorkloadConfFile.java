package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.VmbackupConf.Setting;
import io.github.backupdiag.fact.guest.WorkloadConf;
import io.github.backupdiag.fact.guest.WorkloadConf.Fault;
import io.github.backupdiag.fact.guest.WorkloadConf.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code /etc/azure/workload.conf} as the extension does (WorkloadPatch.py of VMBackup,
 * {@code confParser}). What logs in to the database is never passed on.
 */
public final class WorkloadConfFile {

  /** Where it is. */
  public static final String PATH = "/etc/azure/workload.conf";

  private static final String SECTION = "workload";
  private static final Set<String> ROLES = Set.of("master", "slave");
  private static final Set<String> WITH_FOLDER = Set.of("mysql", "mariadb");

  /** Read before anything is known to be on; a reference there breaks no backup. */
  private static final Set<String> READ =
      Set.of(
          "command_path",
          "credstring",
          "role",
          "enforceslaveonly",
          "ipc_folder",
          "timeout",
          "linux_user",
          "dbnames",
          "customscriptenabled");

  private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d{1,18}\\s*");

  /** Python 3 takes each percent sign for a reference unless it is doubled. */
  private static final Pattern PERCENT = Pattern.compile("(?:[^%]|%%)*+%(?!%).*", Pattern.DOTALL);

  private final ConfigSection section;
  private final List<Fault> faults = new ArrayList<>();

  private WorkloadConfFile(ConfigSection section) {
    this.section = section;
  }

  /**
   * Reads the file.
   *
   * @param path where it was found
   * @param text what it holds
   * @return what is wrong with it
   */
  public static WorkloadConf parse(String path, String text) {
    ConfigSection section = ConfigSection.parse(text, SECTION);
    String database = plain(section.value("workload_name"));
    WorkloadConfFile file = new WorkloadConfFile(section);
    file.unreadable();
    if (database != null && !database.isEmpty()) {
      file.judge(database);
    }
    List<Fault> faults =
        file.faults.stream().sorted(Comparator.comparingInt(Fault::line)).distinct().toList();
    return new WorkloadConf(path, database, faults);
  }

  /**
   * Gives the folder through which the scripts of MySQL and MariaDB talk.
   *
   * @param text what the file holds
   * @return its path, or null if it is not needed or not set
   */
  public static @Nullable String ipcFolder(String text) {
    ConfigSection section = ConfigSection.parse(text, SECTION);
    String database = plain(section.value("workload_name"));
    String folder = plain(section.value("ipc_folder"));
    return database != null && WITH_FOLDER.contains(database) && folder != null && !folder.isEmpty()
        ? folder
        : null;
  }

  /** A setting that stands twice breaks the file for Python 3. */
  private void unreadable() {
    if (section.problemLine() > 0) {
      faults.add(new Fault(Kind.UNREADABLE, section.problemLine()));
    }
    Set<String> seen = new HashSet<>();
    for (Setting setting : section.settings()) {
      if (!seen.add(setting.key())) {
        faults.add(new Fault(Kind.UNREADABLE, setting.line()));
      }
    }
  }

  private void judge(String database) {
    if (!WorkloadConf.DATABASES.contains(database)) {
      put(Kind.DATABASE, "workload_name");
      return;
    }
    for (Setting setting : section.settings()) {
      if (READ.contains(setting.key()) && PERCENT.matcher(setting.value()).matches()) {
        faults.add(new Fault(Kind.PERCENT, setting.line()));
      }
    }
    if (value("credString") == null && value("linux_user") == null) {
      put(Kind.LOGIN, "credString");
    }
    role();
    String folder = value("ipc_folder");
    if (WITH_FOLDER.contains(database) && (folder == null || folder.isEmpty())) {
      put(Kind.IPC_FOLDER, "ipc_folder");
    }
    String timeout = value("timeout");
    if (timeout != null && !WHOLE.matcher(timeout).matches()) {
      put(Kind.TIMEOUT, "timeout");
    }
    String own = value("customScriptEnabled");
    if (own != null && !WHOLE.matcher(own).matches()) {
      put(Kind.NUMBER, "customScriptEnabled");
    }
  }

  /** A master must not be told that only slaves are wanted. */
  private void role() {
    String role = value("role");
    if (role != null && !ROLES.contains(role)) {
      put(Kind.ROLE, "role");
    }
    String only = value("enforceSlaveOnly");
    boolean number = only == null || WHOLE.matcher(only).matches();
    if (!number) {
      put(Kind.NUMBER, "enforceSlaveOnly");
    } else if (only != null && !only.matches("[+-]?0+") && !"slave".equals(role)) {
      put(Kind.ROLE, "enforceSlaveOnly");
    }
  }

  private void put(Kind kind, String key) {
    int line = 0;
    for (Setting setting : section.settings()) {
      line = setting.key().equals(key.toLowerCase(Locale.ROOT)) ? setting.line() : line;
    }
    faults.add(new Fault(kind, line));
  }

  private @Nullable String value(String key) {
    return plain(section.value(key));
  }

  /** Python 2 cuts a comment off behind a blank and a semicolon. */
  private static @Nullable String plain(@Nullable String value) {
    int comment = value == null ? -1 : value.indexOf(" ;");
    return value == null || comment < 0 ? value : value.substring(0, comment).strip();
  }
}
