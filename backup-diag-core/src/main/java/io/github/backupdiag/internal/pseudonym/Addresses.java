package io.github.backupdiag.internal.pseudonym;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Network addresses. Pseudonyms are addresses of documentation and tests (RFC 5737, 2544, 3849), so
 * that what is recorded can still be read. Addresses of the platform, of a machine itself, of
 * groups, masks and those of documentation stay.
 */
final class Addresses {

  private static final Pattern V4 =
      Pattern.compile(
          "(?<![0-9A-Za-z._-])([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?![0-9A-Za-z_-]|\\.[0-9])");

  private static final Pattern V6 =
      Pattern.compile(
          "(?<![0-9A-Za-z:.])(?=[0-9A-Fa-f]*:)(?=[0-9A-Fa-f:]*[0-9])"
              + "((?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}"
              + "|(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?+::"
              + "(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?+)(?![0-9A-Za-z:])");

  private static final Pattern MAC =
      Pattern.compile(
          "(?<![0-9A-Za-z:-])([0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\\2){4}[0-9A-Fa-f]{2})(?![0-9A-Za-z:-])");

  /** Words before four numbers that make them an address even if they look like a version. */
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?i)(?:(?:^|[^a-z])(?:ip|ipv4|addr|address|from|to|via|server|dns|gateway|router|host|src|dst)"
              + "\\W{1,3}|//|@)$");

  private static final Pattern VERSION = Pattern.compile("(?i)(?:version|build|release)\\W{0,4}$");

  private static final int LOOK_BACK = 16;

  /** The platform: host, metadata; gateway of every virtual network is told by its hardware. */
  private static final long[] PLATFORM = {number("168.63.129.16"), number("169.254.169.254")};

  private static final String HARDWARE_OF_PLATFORM = "123456789abc";

  private final Names names;
  private final Map<String, String> known = new HashMap<>();

  Addresses(Names names) {
    this.names = names;
  }

  String replace(String text) {
    String out = text;
    if (out.indexOf('.') >= 0) {
      String before = out;
      out = V4.matcher(out).replaceAll(match -> v4(before, match));
    }
    if (out.indexOf(':') >= 0 || out.indexOf('-') >= 0) {
      out = MAC.matcher(out).replaceAll(this::hardware);
      out = V6.matcher(out).replaceAll(match -> v6(match.group()));
    }
    return out;
  }

  private String v4(String text, MatchResult match) {
    String address = match.group();
    long number = number(address);
    String before = text.substring(Math.max(0, match.start() - LOOK_BACK), match.start());
    return number < 0 || stays(number) || isVersion(address, before, match.end() == text.length())
        ? address
        : known.computeIfAbsent(address, a -> documentation(names.number("v4")));
  }

  /** Versions have four numbers too; addresses that begin below ten are hardly met in a guest. */
  private static boolean isVersion(String address, String before, boolean atEnd) {
    boolean low = address.indexOf('.') == 1;
    boolean padded = address.matches("(.*\\.)?0[0-9].*");
    return padded
        || VERSION.matcher(before).find()
        || (low && !INTRODUCTION.matcher(before).find())
        || (low && atEnd && address.endsWith(".0.0.0"));
  }

  private static boolean stays(long number) {
    long first = number >> 24;
    return first == 0
        || first == 127
        || first >= 224
        || number >> 16 == (169 << 8 | 254)
        || isDocumentation(number)
        || isPartOfPlatform(number);
  }

  /** A network that holds an address of the platform says how the guest reaches it. */
  private static boolean isPartOfPlatform(long number) {
    for (long platform : PLATFORM) {
      for (int bits = 1; bits <= 32; bits++) {
        if (number == (platform & (0xFFFFFFFFL << (32 - bits)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDocumentation(long number) {
    return number >> 8 == number("192.0.2.0") >> 8
        || number >> 8 == number("198.51.100.0") >> 8
        || number >> 8 == number("203.0.113.0") >> 8
        || number >> 17 == number("198.18.0.0") >> 17;
  }

  private static String documentation(int count) {
    return count < 255
        ? "203.0.113." + count
        : "198." + (18 + (count >> 16) % 2) + "." + (count >> 8 & 255) + "." + (count & 255);
  }

  private String v6(String address) {
    String folded = address.toLowerCase(Locale.ROOT);
    boolean stays =
        folded.length() < 4
            || folded.startsWith("fe80")
            || folded.startsWith("ff")
            || folded.startsWith("::")
            || folded.startsWith("2001:db8:");
    return stays
        ? address
        : known.computeIfAbsent(
            folded, a -> "2001:db8::" + Integer.toHexString(names.number("v6")));
  }

  private String hardware(MatchResult match) {
    String mark = match.group(2);
    String folded = match.group(1).replace(mark, "").toLowerCase(Locale.ROOT);
    if (folded.equals(HARDWARE_OF_PLATFORM)
        || folded.startsWith("0200")
        || folded.chars().distinct().count() == 1) {
      return match.group();
    }
    String pseudonym =
        known.computeIfAbsent(folded, a -> String.format("0200%08x", names.number("mac")));
    return pseudonym.replaceAll("..(?=.)", "$0" + mark);
  }

  /** The address as a number, or -1 if it is none. */
  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.", -1)) {
      int value = Integer.parseInt(part);
      if (value > 255) {
        return -1;
      }
      number = number << 8 | value;
    }
    return number;
  }
}
