package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the leases of dhclient, systemd-networkd, NetworkManager, wicked, cloud-init and dhcpcd;
 * which of them wrote a file is told by its content.
 */
public final class DhcpLeases {

  private static final int MOST = 200;
  private static final long FOR_EVER = 0xFFFF_FFFFL;

  private DhcpLeases() {}

  /**
   * Reads one file.
   *
   * @param file the file
   * @return its leases in the order of the file, empty if it holds none
   */
  public static List<DhcpLease> read(FileContent file) {
    DhcpLease packet = BootpPacket.lease(file);
    if (packet != null) {
      return List.of(packet);
    }
    String text = file.text();
    if (text.stripLeading().startsWith("<")) {
      return xml(file, text);
    }
    return text.contains("lease {") ? dhclient(file, text) : pairs(file, text);
  }

  private static List<DhcpLease> dhclient(FileContent file, String text) {
    List<DhcpLease> leases = new ArrayList<>();
    Draft draft = null;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String stripped = line.strip();
      if (stripped.startsWith("lease") && stripped.endsWith("{")) {
        draft = new Draft(number);
      } else if (draft != null && stripped.startsWith("}")) {
        leases.add(draft.lease(file, ""));
        draft = null;
      } else if (draft != null) {
        statement(stripped, number, draft);
      }
    }
    return last(leases);
  }

  private static void statement(String line, int number, Draft draft) {
    String[] words = withoutEnd(line).split("\\s+", 3);
    if (words[0].equals("option") && words.length == 3 && HostOption.isName(words[1])) {
      draft.option(words[2], number);
    } else if (words[0].equals("interface") && words.length > 1) {
      draft.device = words[1].replace("\"", "");
    } else if (words[0].equals("expire") && words.length == 3) {
      draft.ends = words[1].equals("epoch") ? epoch(words[2]) : time(words[2]);
    }
  }

  private static String withoutEnd(String line) {
    int end = line.indexOf(';');
    return end < 0 ? line : line.substring(0, end);
  }

  private static @Nullable Instant time(String text) {
    String[] parts = text.strip().split("[/: ]+", -1);
    try {
      return parts.length < 6
          ? null
          : LocalDateTime.of(
                  Integer.parseInt(parts[0]),
                  Integer.parseInt(parts[1]),
                  Integer.parseInt(parts[2]),
                  Integer.parseInt(parts[3]),
                  Integer.parseInt(parts[4]),
                  Integer.parseInt(parts[5]))
              .toInstant(ZoneOffset.UTC);
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant epoch(String seconds) {
    long number = number(seconds.strip());
    return number < 0 ? null : Instant.ofEpochSecond(number);
  }

  private static long number(String digits) {
    boolean fits = !digits.isEmpty() && digits.length() <= 11;
    return fits && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(digits) : -1;
  }

  /** Lines of a name, a sign and a value: also the JSON that hooks of cloud-init write. */
  private static List<DhcpLease> pairs(FileContent file, String text) {
    Draft draft = new Draft(1);
    boolean lease = false;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      for (String piece : line.contains("\": ") ? line.split(",", -1) : new String[] {line}) {
        lease |= pair(piece, number, draft, file.modified());
      }
    }
    return lease ? List.of(draft.lease(file, deviceIn(file.path()))) : List.of();
  }

  private static boolean pair(String piece, int number, Draft draft, @Nullable Instant modified) {
    int sign = firstOf(piece, '=', ':');
    if (sign < 0) {
      return false;
    }
    String name = piece.substring(0, sign).replaceAll("[\"'{\\s]", "");
    String value = piece.substring(sign + 1).replaceAll("[\"'}\\s]", "");
    String lower = name.toLowerCase(Locale.ROOT);
    if (HostOption.isName(name)) {
      draft.option(value, number);
      return true;
    }
    if (lower.equals("lifetime") || lower.equals("dhcp_lease_time")) {
      draft.lasts(modified, number(value));
    } else if (lower.equals("expiry")) {
      draft.ends = epoch(value);
    }
    return lower.equals("address") || lower.endsWith("ip_address") || lower.equals("ipaddr");
  }

  private static int firstOf(String text, char one, char other) {
    int at = text.indexOf(one);
    int or = text.indexOf(other);
    return at < 0 ? or : or < 0 ? at : Math.min(at, or);
  }

  private static List<DhcpLease> xml(FileContent file, String text) {
    if (!text.contains("lease")) {
      return List.of();
    }
    Draft draft = new Draft(1);
    for (String mark :
        List.of("unknown-245", "private-245", "option-245", "<code>245</code>", "code=\"245\"")) {
      int at = text.indexOf(mark);
      String value = at < 0 ? "" : textAfter(text, at + mark.length());
      if (!value.isEmpty()) {
        draft.option(value, (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1);
        break;
      }
    }
    int time = text.indexOf("<lease-time>");
    if (time >= 0) {
      draft.lasts(file.modified(), number(textAfter(text, time)));
    }
    return List.of(draft.lease(file, deviceIn(file.path())));
  }

  /** The next text between two tags. */
  private static String textAfter(String text, int from) {
    int at = from;
    while (at >= 0 && at < text.length()) {
      int open = text.indexOf('>', at);
      int close = open < 0 ? -1 : text.indexOf('<', open);
      if (close < 0) {
        return "";
      }
      String between = text.substring(open + 1, close).strip();
      if (!between.isEmpty()) {
        return between;
      }
      at = close;
    }
    return "";
  }

  /** Names of lease files hold that of the interface somewhere, between other parts. */
  static String deviceIn(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (String part : name.split("[-.]", -1)) {
      if (part.matches("(eth|en[ospx]|ib|wl)[a-z0-9]{1,12}")) {
        return part;
      }
    }
    return "";
  }

  /** A client adds new leases behind old ones. */
  private static List<DhcpLease> last(List<DhcpLease> leases) {
    return List.copyOf(leases.subList(Math.max(0, leases.size() - MOST), leases.size()));
  }

  /** A lease while its lines are read. */
  private static final class Draft {

    private int line;
    private String device = "";
    private @Nullable String host;
    private @Nullable Instant begins;
    private @Nullable Instant ends;

    Draft(int line) {
      this.line = line;
    }

    void option(String value, int number) {
      host = HostOption.value(value);
      line = number;
    }

    void lasts(@Nullable Instant from, long seconds) {
      boolean bounded = seconds >= 0 && seconds < FOR_EVER;
      ends = from == null || !bounded ? null : from.plusSeconds(seconds);
    }

    DhcpLease lease(FileContent file, String fallback) {
      begins = file.modified();
      return new DhcpLease(
          file.path(), line, device.isEmpty() ? fallback : device, host, begins, ends);
    }
  }
}
