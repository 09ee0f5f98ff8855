package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A DHCP answer as it came over the wire, which is what dhcpcd keeps (RFC 2131, RFC 2132). */
final class BootpPacket {

  private static final int COOKIE = 236;
  private static final int[] MAGIC = {0x63, 0x82, 0x53, 0x63};
  private static final int LEASE_TIME = 51;
  private static final int HOST = 245;
  private static final int END = 255;

  private BootpPacket() {}

  static @Nullable DhcpLease lease(FileContent file) {
    byte[] bytes = file.bytes();
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes.length <= COOKIE + i || (bytes[COOKIE + i] & 0xFF) != MAGIC[i]) {
        return null;
      }
    }
    long host = number(bytes, HOST);
    long seconds = number(bytes, LEASE_TIME);
    Instant begins = file.modified();
    boolean bounded = seconds >= 0 && seconds < 0xFFFF_FFFFL;
    return new DhcpLease(
        file.path(),
        0,
        DhcpLeases.deviceIn(file.path()),
        host < 0 ? null : HostOption.value(String.format("%08x", host)),
        begins,
        begins != null && bounded ? begins.plusSeconds(seconds) : null);
  }

  /** Value of an option of four bytes, or -1. */
  private static long number(byte[] bytes, int option) {
    int at = COOKIE + MAGIC.length;
    while (at < bytes.length) {
      int code = bytes[at] & 0xFF;
      if (code == END) {
        return -1;
      }
      int length = code == 0 || at + 1 >= bytes.length ? -1 : bytes[at + 1] & 0xFF;
      if (code == option && length == 4 && at + 6 <= bytes.length) {
        long number = 0;
        for (int i = at + 2; i < at + 6; i++) {
          number = number << 8 | (bytes[i] & 0xFF);
        }
        return number;
      }
      at += length + 2;
    }
    return -1;
  }
}
