package io.github.backupdiag.guest.samples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes tar archives, honest ones and others. */
public final class TarWriter {

  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A regular file; a long name gets an extended header. */
  public TarWriter file(String name, byte[] content) {
    if (name.getBytes(StandardCharsets.UTF_8).length > 99) {
      String record = " path=" + name + "\n";
      int length = record.getBytes(StandardCharsets.UTF_8).length;
      int digits = String.valueOf(length + 3).length();
      entry('x', "pax", "", ((length + digits) + record).getBytes(StandardCharsets.UTF_8));
      return entry('0', name.substring(0, 90), "", content);
    }
    return entry('0', name, "", content);
  }

  public TarWriter link(String name, String target) {
    return entry('2', name, target, new byte[0]);
  }

  /** Any entry. */
  public TarWriter entry(char type, String name, String target, byte[] content) {
    return header(type, name, target, octal(content.length)).padded(content);
  }

  /** A header alone, with a size as it is given. */
  public TarWriter header(char type, String name, String target, byte[] size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name.getBytes(StandardCharsets.UTF_8));
    put(header, 100, "0000644".getBytes(StandardCharsets.US_ASCII));
    put(header, 124, size);
    header[156] = (byte) type;
    put(header, 157, target.getBytes(StandardCharsets.UTF_8));
    put(header, 257, "ustar\00000".getBytes(StandardCharsets.US_ASCII));
    java.util.Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xFF;
    }
    put(header, 148, String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(header);
    return this;
  }

  public TarWriter padded(byte[] content) {
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    return this;
  }

  public static byte[] octal(long size) {
    return String.format("%011o", size).getBytes(StandardCharsets.US_ASCII);
  }

  /** The archive with its end. */
  public byte[] bytes() {
    byte[] all = out.toByteArray();
    return java.util.Arrays.copyOf(all, all.length + 2 * BLOCK);
  }

  private static void put(byte[] header, int at, byte[] field) {
    System.arraycopy(field, 0, header, at, field.length);
  }
}
