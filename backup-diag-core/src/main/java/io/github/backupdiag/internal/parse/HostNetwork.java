package io.github.backupdiag.internal.parse;

import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.Arrays;

/** Whether addresses, networks and ranges in firewall rules hold the host address. */
final class HostNetwork {

  private static final long HOST = number("168.63.129.16");

  private HostNetwork() {}

  /** Judges a list; one that is no IPv4 address, such as a set or a name, may hold anything. */
  static Fit any(String[] networks) {
    return Arrays.stream(networks).map(HostNetwork::of).reduce(Fit.NO, Fit::or);
  }

  private static Fit of(String network) {
    String[] range = network.strip().split("-", 2);
    if (range.length == 2) {
      long from = number(range[0].strip());
      long to = number(range[1].strip());
      return from < 0 || to < 0 ? Fit.PERHAPS : Fit.of(from <= HOST && HOST <= to);
    }
    String[] parts = network.strip().split("/", 2);
    long address = number(parts[0]);
    long bits = parts.length == 1 ? prefix("32") : mask(parts[1]);
    return address < 0 || bits < 0 ? Fit.PERHAPS : Fit.of((address & bits) == (HOST & bits));
  }

  private static long mask(String text) {
    return text.indexOf('.') >= 0 ? number(text) : prefix(text);
  }

  private static long prefix(String digits) {
    if (!digits.matches("\\d{1,2}") || Integer.parseInt(digits) > 32) {
      return -1;
    }
    return (0xFFFF_FFFFL << (32 - Integer.parseInt(digits))) & 0xFFFF_FFFFL;
  }

  private static long number(String dotted) {
    String[] parts = dotted.split("\\.", -1);
    long number = parts.length == 4 ? 0 : -1;
    for (String part : number < 0 ? new String[0] : parts) {
      if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
        return -1;
      }
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }
}
