package io.github.backupdiag.fact.guest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the extension's own scripts for databases, {@code /etc/azure/workload.conf}. What
 * it holds to log in is not kept, only whether it is there.
 *
 * @param path where it is
 * @param database value of {@code workload_name}; null if there is none
 * @param faults what the extension stumbles on, in the order of the file
 */
public record WorkloadConf(String path, @Nullable String database, List<Fault> faults) {

  /** Databases that the scripts know, compared with case (WorkloadPatch.py). */
  public static final Set<String> DATABASES = Set.of("oracle", "mysql", "mariadb", "postgres");

  /**
   * Copies the list.
   *
   * @param path where it is
   * @param database value of {@code workload_name}
   * @param faults what the extension stumbles on
   */
  public WorkloadConf {
    faults = List.copyOf(faults);
  }

  /** What can be wrong (WorkloadPatch.py, and Python's ConfigParser). */
  public enum Kind {
    /** The file as a whole cannot be read from this line on. */
    UNREADABLE,
    /** A value holds a percent sign that Python takes for a reference. */
    PERCENT,
    /** A value that is to be a whole number is none. */
    NUMBER,
    /** The database is not one of those that the scripts know. */
    DATABASE,
    /** The role is neither {@code master} nor {@code slave}, or a master where none is wanted. */
    ROLE,
    /** Neither {@code credString} nor {@code linux_user} is there. */
    LOGIN,
    /** A MySQL or MariaDB without {@code ipc_folder}. */
    IPC_FOLDER,
    /** The folder that {@code ipc_folder} names is not there. */
    IPC_FOLDER_GONE,
    /** The limit of the script is empty or no number. */
    TIMEOUT
  }

  /**
   * One thing that is wrong.
   *
   * @param kind what
   * @param line line number from 1; 0 if the setting is missing
   */
  public record Fault(Kind kind, int line) {}

  /**
   * Tells whether the feature is on.
   *
   * @return false if no database is named, as on most guests that have the file
   */
  public boolean isOn() {
    return database != null && !database.isEmpty();
  }
}
