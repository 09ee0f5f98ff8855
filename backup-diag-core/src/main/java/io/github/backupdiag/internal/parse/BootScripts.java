package io.github.backupdiag.internal.parse;

import java.util.regex.Pattern;

/** Whether a service starts at boot, in the words of upstart, of Debian's defaults and of BSD. */
public final class BootScripts {

  private static final Pattern START = Pattern.compile("(?m)^\\s*start\\s+on\\b");
  private static final Pattern MANUAL = Pattern.compile("(?m)^\\s*manual\\s*(#.*)?$");
  private static final String SWITCH = "WALINUXAGENT_ENABLED";

  private BootScripts() {}

  /**
   * Reads a job of upstart (init(5)).
   *
   * @param job text of {@code NAME.conf}
   * @param override text of {@code NAME.override}, empty if there is none
   * @return true if it starts by itself
   */
  public static boolean isStartedByUpstart(String job, String override) {
    boolean starts = START.matcher(job).find() || START.matcher(override).find();
    return starts && !MANUAL.matcher(job).find() && !MANUAL.matcher(override).find();
  }

  /**
   * Reads the switch that the agent's scripts for upstart and System V ask on Debian and Ubuntu
   * (WALinuxAgent, init/ubuntu/walinuxagent.conf).
   *
   * @param defaults text of {@code /etc/default/walinuxagent}
   * @return true if it is set to anything but 1
   */
  public static boolean isSwitchedOff(String defaults) {
    String value = assigned(defaults, SWITCH);
    return !value.isEmpty() && !value.equals("1");
  }

  /**
   * Reads the switch of a service of FreeBSD (rc.subr(8)).
   *
   * @param config text of {@code /etc/rc.conf}
   * @param service name of the service
   * @return true if it is set to yes
   */
  public static boolean isEnabledInRcConf(String config, String service) {
    return assigned(config, service + "_enable").matches("(?i)yes|true|on|1");
  }

  /** The last assignment of a shell variable, without quotes; empty if there is none. */
  private static String assigned(String text, String name) {
    String value = "";
    for (String line : text.split("\n", -1)) {
      String[] parts = line.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(name)) {
        value = parts[1].replaceFirst("\\s#.*$", "").replaceAll("[\"']", "").strip();
      }
    }
    return value;
  }
}
