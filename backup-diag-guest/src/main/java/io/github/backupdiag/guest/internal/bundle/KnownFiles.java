package io.github.backupdiag.guest.internal.bundle;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that are told by their names wherever they lie, as in collections of logs whose inner
 * layout nobody documents (log-formats.md, section 4).
 */
final class KnownFiles {

  private static final String HANDLER = "Microsoft.Azure.RecoveryServices.VMSnapshot";

  /**
   * A form of names.
   *
   * @param name what the end of a path looks like
   * @param place where it belongs; {@code $1} is what the first group matched
   * @param windows in which system
   */
  private record Form(Pattern name, String place, boolean windows) {

    static Form windows(String name, String place) {
      return new Form(Pattern.compile("(?i)(?:.*/)?" + name), place, true);
    }

    static Form linux(String name, String place) {
      return new Form(Pattern.compile("(?:.*/)?" + name), place, false);
    }
  }

  private static final String VERSION = "(\\d{1,5}(?:\\.\\d{1,9}){1,3})";

  private static final List<Form> FORMS =
      List.of(
          Form.linux(
              "(?:" + HANDLER + "Linux-" + VERSION + ")/((?:status|config)/[^/]+)",
              "var/lib/waagent/" + HANDLER + "Linux-$1/$2"),
          Form.linux(
              "(" + HANDLER + "Linux/[^/]+\\.log(?:\\.\\d+)?(?:\\.gz)?)", "var/log/azure/$1"),
          Form.linux("azure/([A-Z][A-Za-z0-9]*\\.[^/]+/.+)", "var/log/azure/$1"),
          Form.linux("(waagent\\.log(?:[-.][^/]*)?)", "var/log/$1"),
          Form.linux("(waagent_status\\.json)", "var/lib/waagent/$1"),
          Form.linux("(waagent\\.conf)", "etc/$1"),
          Form.linux("(os-release)", "etc/$1"),
          Form.linux("((?:syslog|messages|kern\\.log)(?:[-.]\\d+)?(?:\\.gz)?)", "var/log/$1"),
          Form.linux("((?:extension|shell)\\.log)", "var/log/azure/" + HANDLER + "Linux/$1"),
          Form.windows(
              "((?:WaAppAgent|TransparentInstaller|Telemetry|MonitoringAgent|AppAgentRuntime)[^/]*\\.log)",
              "WindowsAzure/Logs/$1"),
          Form.windows(
              VERSION + "/(?:[^/]+/)?(IaaSBcdrExtension[^/]*\\.log)",
              "WindowsAzure/Logs/Plugins/" + HANDLER + "/$1/$2"),
          Form.windows(
              "(IaaSBcdrExtension[^/]*\\.log)",
              "WindowsAzure/Logs/Plugins/" + HANDLER + "/0.0.0.0/$1"),
          Form.windows("(aggregatestatus[^/]*\\.json)", "WindowsAzure/Logs/AggregateStatus/$1"),
          Form.windows("([^/]+\\.evtx)", "Windows/System32/winevt/Logs/$1"),
          Form.windows(
              "Microsoft\\.Azure\\.RecoveryServices\\.VMSnapshot/"
                  + VERSION
                  + "/((?:Status|RuntimeSettings)/[^/]+)",
              "Packages/Plugins/" + HANDLER + "/$1/$2"),
          Form.windows("(VmAgentInstaller\\.xml|msiexec\\.log)", "Windows/Panther/$1"));

  /**
   * Where a file belongs.
   *
   * @param path without a beginning slash
   * @param windows in which system
   */
  record Place(String path, boolean windows) {}

  private KnownFiles() {}

  static @Nullable Place of(String name) {
    for (Form form : FORMS) {
      Matcher matcher = form.name().matcher(name);
      if (matcher.matches()) {
        return new Place(filled(form.place(), matcher), form.windows());
      }
    }
    return null;
  }

  private static String filled(String place, Matcher matcher) {
    String path = place;
    for (int group = 1; group <= matcher.groupCount(); group++) {
      path = path.replace("$" + group, String.valueOf(matcher.group(group)));
    }
    return path;
  }
}
