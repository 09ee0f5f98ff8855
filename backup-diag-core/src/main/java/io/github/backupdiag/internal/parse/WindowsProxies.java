package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.WindowsProxy;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds proxies in the registry of Windows; passwords in them are left out. */
public final class WindowsProxies {

  private static final int BY_PROXY = 2;

  private WindowsProxies() {}

  /**
   * Reads {@code WinHttpSettings}: version, counter and flags, then proxy and exceptions, each with
   * its length in front.
   *
   * @param place registry key and value
   * @param hex the value as hexadecimal
   * @return the proxy, or null if none is set
   */
  public static @Nullable WindowsProxy machine(String place, String hex) {
    ByteBuffer bytes = RegistryBytes.of(hex);
    if (bytes.remaining() < 16) {
      return null;
    }
    bytes.getLong();
    int flags = bytes.getInt();
    String server = text(bytes);
    String bypass = text(bytes);
    return (flags & BY_PROXY) == 0 || server.isBlank() ? null : proxy(server, bypass, place);
  }

  /**
   * Reads the Internet settings of an account.
   *
   * @param place registry key
   * @param settings the key
   * @return proxy and script that are set
   */
  public static List<WindowsProxy> account(String place, RegistryKey settings) {
    List<WindowsProxy> found = new ArrayList<>();
    String server = settings.text("ProxyServer").orElse("");
    if (settings.number("ProxyEnable").orElse(0) == 1 && !server.isBlank()) {
      String bypass = settings.text("ProxyOverride").orElse("");
      found.add(proxy(server, bypass, place + "\\ProxyServer"));
    }
    settings
        .text("AutoConfigURL")
        .filter(script -> !script.isBlank())
        .ifPresent(script -> found.add(proxy(script, "", place + "\\AutoConfigURL")));
    return found;
  }

  /**
   * Reads the environment of the system.
   *
   * @param place registry key
   * @param environment the key
   * @return proxies that are set
   */
  public static List<WindowsProxy> environment(String place, RegistryKey environment) {
    List<WindowsProxy> found = new ArrayList<>();
    String bypass = environment.text("NO_PROXY").orElse("");
    for (RegistryValue value : environment.values()) {
      boolean proxy = value.name().toLowerCase(Locale.ROOT).matches("(https?|all)_proxy");
      if (proxy && !value.data().isBlank()) {
        found.add(proxy(value.data(), bypass, place + "\\" + value.name()));
      }
    }
    return found;
  }

  private static String text(ByteBuffer bytes) {
    return bytes.remaining() < 4
        ? ""
        : new String(RegistryBytes.take(bytes, bytes.getInt()), StandardCharsets.ISO_8859_1);
  }

  private static WindowsProxy proxy(String server, String bypass, String place) {
    return new WindowsProxy(
        ProxySettings.withoutCredentials(server.strip()), Excerpt.of(bypass.strip()), place);
  }
}
