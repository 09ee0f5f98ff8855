package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AddressSetup;
import io.github.backupdiag.fact.guest.AddressSetup.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One network interface while the lines that set it up are read. */
final class AddressDraft {

  private static final List<String> OTHERS =
      List.of("docker", "veth", "virbr", "br-", "cni", "flannel", "tun", "tap", "dummy");
  private static final int LONGEST = 200;

  String device;
  boolean gateway;
  private @Nullable Method method;
  private int line;
  private String text = "";

  AddressDraft(String device) {
    this.device = device;
  }

  void dhcp(int number, String said) {
    method = Method.DHCP;
    line = number;
    text = said;
  }

  /** A device with both keeps to DHCP; of several addresses the first counts. */
  void fixed(int number, String said) {
    if (method == null) {
      method = Method.STATIC;
      line = number;
      text = said;
    }
  }

  /** Null where nothing was set, or for a device of loopback, a bridge or a container. */
  @Nullable AddressSetup setup(String path) {
    boolean other = device.equals("lo") || OTHERS.stream().anyMatch(device::startsWith);
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    return method == null || other
        ? null
        : new AddressSetup(path, line, device, method, gateway, cut);
  }

  /** Whether an IPv4 address other than that of loopback stands in a text. */
  static boolean isAddress(String text) {
    int dots = 0;
    for (int i = 1; i < text.length() - 1; i++) {
      boolean between =
          Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
      dots += text.charAt(i) == '.' && between ? 1 : 0;
    }
    return dots >= 3 && !text.contains("127.0.0.1");
  }
}
