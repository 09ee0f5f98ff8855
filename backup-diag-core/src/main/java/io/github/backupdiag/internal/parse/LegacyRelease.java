package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a distribution by the files that were there before {@code os-release}: those of Red Hat,
 * SUSE, Debian, Alpine and their kin, and that of FreeBSD's own programs. Names are those that
 * {@code os-release} of later versions uses.
 */
public final class LegacyRelease {

  private static final Pattern RELEASE =
      Pattern.compile("^(.{1,80}?)(?: release)? (\\d{1,6}(?:\\.\\d{1,9}){0,3})\\b");
  private static final Pattern FREEBSD =
      Pattern.compile("USERLAND_VERSION=\"(\\d{1,3}\\.\\d{1,3})");
  private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");

  /** Beginning of a line, in lower case, and the name and kin it stands for. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("red hat enterprise linux", List.of("rhel", "fedora")),
          Map.entry("centos", List.of("centos", "rhel", "fedora")),
          Map.entry("oracle linux", List.of("ol", "fedora")),
          Map.entry("enterprise linux enterprise linux", List.of("ol", "fedora")),
          Map.entry("almalinux", List.of("almalinux", "rhel", "centos", "fedora")),
          Map.entry("rocky linux", List.of("rocky", "rhel", "centos", "fedora")),
          Map.entry("scientific linux", List.of("scientific", "rhel", "fedora")),
          Map.entry("fedora", List.of("fedora")),
          Map.entry("amazon linux", List.of("amzn", "rhel", "fedora")),
          Map.entry("cbl-mariner", List.of("mariner")),
          Map.entry("suse linux enterprise", List.of("sles", "suse")),
          Map.entry("opensuse", List.of("opensuse", "suse")));

  private LegacyRelease() {}

  /**
   * Reads a file.
   *
   * @param path where it was found; its name tells the form
   * @param text its text
   * @return the system, or null if the file does not name one that is known
   */
  public static @Nullable GuestOs parse(String path, String text) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "lsb-release" -> lsb(text);
      case "debian_version" -> version("debian", "Debian GNU/Linux", text);
      case "alpine-release" -> version("alpine", "Alpine Linux", text);
      case "freebsd-version" -> freebsd(text);
      default -> line(text);
    };
  }

  /** Of the kind {@code CentOS release 6.10 (Final)}; SUSE adds its service pack further down. */
  private static @Nullable GuestOs line(String text) {
    String first = text.lines().findFirst().orElse("").strip();
    Matcher matcher = RELEASE.matcher(first);
    if (!matcher.find()) {
      return null;
    }
    String name = first.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, List<String>> known : NAMES.entrySet()) {
      if (name.startsWith(known.getKey())) {
        List<String> names = known.getValue();
        String pack = names.contains("suse") ? assigned(text, "PATCHLEVEL") : "";
        String version =
            VERSION.matcher(pack).matches() && !pack.equals("0")
                ? matcher.group(2) + "." + pack
                : matcher.group(2);
        return os(names.get(0), version, names.subList(1, names.size()), first);
      }
    }
    return null;
  }

  private static @Nullable GuestOs lsb(String text) {
    String id = assigned(text, "DISTRIB_ID").toLowerCase(Locale.ROOT);
    String name = assigned(text, "DISTRIB_DESCRIPTION");
    return id.matches("[a-z0-9._-]{1,40}")
        ? os(
            id,
            assigned(text, "DISTRIB_RELEASE"),
            id.equals("ubuntu") ? List.of("debian") : List.of(),
            name.isEmpty() ? id : name)
        : null;
  }

  /** Debian's testing writes {@code trixie/sid}: no version then. */
  private static @Nullable GuestOs version(String id, String name, String text) {
    String version = text.strip();
    if (version.isEmpty() || version.length() > 40 || version.indexOf('\n') >= 0) {
      return null;
    }
    return os(
        id, VERSION.matcher(version).matches() ? version : "", List.of(), name + " " + version);
  }

  private static @Nullable GuestOs freebsd(String text) {
    Matcher matcher = FREEBSD.matcher(text);
    return matcher.find()
        ? os("freebsd", matcher.group(1), List.of(), "FreeBSD " + matcher.group(1))
        : null;
  }

  private static GuestOs os(String id, String version, List<String> like, String name) {
    return new GuestOs(GuestOs.Family.LINUX, id, version, like, name);
  }

  private static String assigned(String text, String key) {
    for (String line : text.split("\n", -1)) {
      String[] parts = line.split("=", 2);
      if (parts.length == 2 && parts[0].strip().equals(key)) {
        return parts[1].strip().replaceAll("^[\"']|[\"']$", "");
      }
    }
    return "";
  }
}
