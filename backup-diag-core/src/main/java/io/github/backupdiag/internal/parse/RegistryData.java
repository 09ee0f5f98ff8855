package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.RegistryValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The bytes of a registry value as they are stored, by the number of its type ({@code winnt.h}).
 */
public final class RegistryData {

  private static final List<String> TYPES =
      List.of(
          "REG_NONE",
          "REG_SZ",
          "REG_EXPAND_SZ",
          "REG_BINARY",
          "REG_DWORD",
          "REG_DWORD_BIG_ENDIAN",
          "REG_LINK",
          "REG_MULTI_SZ",
          "REG_RESOURCE_LIST",
          "REG_FULL_RESOURCE_DESCRIPTOR",
          "REG_RESOURCE_REQUIREMENTS_LIST",
          "REG_QWORD");

  private RegistryData() {}

  /**
   * Turns bytes into a value.
   *
   * @param name name of the value
   * @param type number of its type
   * @param data its bytes; a number of the wrong length becomes an empty text
   * @return the value
   */
  public static RegistryValue value(String name, int type, byte[] data) {
    boolean known = type >= 0 && type < TYPES.size();
    String typeName =
        known ? TYPES.get(type) : "REG_" + Integer.toHexString(type).toUpperCase(Locale.ROOT);
    return new RegistryValue(name, typeName, converted(typeName, data));
  }

  private static String converted(String type, byte[] data) {
    return switch (type) {
      case "REG_SZ", "REG_EXPAND_SZ", "REG_LINK" -> text(data);
      case "REG_MULTI_SZ" -> texts(data);
      case "REG_DWORD" -> number(data, Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
      case "REG_DWORD_BIG_ENDIAN" -> number(data, Integer.BYTES, ByteOrder.BIG_ENDIAN);
      case "REG_QWORD" -> number(data, Long.BYTES, ByteOrder.LITTLE_ENDIAN);
      default -> HexFormat.of().withUpperCase().formatHex(data);
    };
  }

  private static String text(byte[] data) {
    String all = new String(data, 0, data.length & ~1, StandardCharsets.UTF_16LE);
    int end = all.indexOf('\0');
    return end < 0 ? all : all.substring(0, end);
  }

  private static String texts(byte[] data) {
    String all = new String(data, 0, data.length & ~1, StandardCharsets.UTF_16LE);
    List<String> lines = new ArrayList<>(List.of(all.split("\0", 0)));
    return String.join("\n", lines);
  }

  private static String number(byte[] data, int length, ByteOrder order) {
    if (data.length != length) {
      return "";
    }
    ByteBuffer bytes = ByteBuffer.wrap(data).order(order);
    return length == Integer.BYTES
        ? Integer.toUnsignedString(bytes.getInt())
        : Long.toUnsignedString(bytes.getLong());
  }
}
