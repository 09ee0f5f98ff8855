package io.github.backupdiag.guest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of this machine that its system takes as source for a way. A datagram socket that is
 * bound to a peer gets it by the routes and address rules of the system, and sends nothing.
 */
final class OwnAddress {

  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private OwnAddress() {}

  /** Gives the address as text; empty for a host that is given by name, or if there is no way. */
  static String towards(String host, int port) {
    if (!IPV4.matcher(host).matches()) {
      return "";
    }
    try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
      channel.connect(new InetSocketAddress(host, port));
      return text(channel.getLocalAddress());
    } catch (IOException | RuntimeException e) {
      return ""; // no way leads there, which the answer itself tells
    }
  }

  static String text(@Nullable SocketAddress address) {
    return address instanceof InetSocketAddress own && own.getAddress() != null
        ? own.getAddress().getHostAddress()
        : "";
  }
}
