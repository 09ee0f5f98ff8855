package io.github.backupdiag.guest.samples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Libraries of Windows that hold nothing but their word size and their version. */
public final class SampleLibrary {

  private static final int PE = 0x80;
  private static final int OPTIONAL = PE + 24;
  private static final int RESOURCES = 0x400;

  private SampleLibrary() {}

  /** Makes a library of 64 bits. */
  public static byte[] of(int major, int build) {
    return of(0x8664, major, build);
  }

  /** Makes a library of 32 bits. */
  public static byte[] narrow(int major, int build) {
    return of(0x14C, major, build);
  }

  private static byte[] of(int machine, int major, int build) {
    boolean wide = machine == 0x8664;
    ByteBuffer file = ByteBuffer.allocate(0x800).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort(0, (short) 0x5A4D).putInt(0x3C, PE);
    file.putInt(PE, 0x4550).putShort(PE + 4, (short) machine).putShort(PE + 6, (short) 1);
    file.putShort(PE + 20, (short) 240).putShort(OPTIONAL, (short) (wide ? 0x20B : 0x10B));
    file.putInt(OPTIONAL + (wide ? 112 : 96) + 16, 0x1000);
    int section = OPTIONAL + 240;
    file.putInt(section + 12, 0x1000).putInt(section + 16, 0x400).putInt(section + 20, RESOURCES);
    resources(file);
    int info = RESOURCES + 0x60;
    file.position(info + 6).put("VS_VERSION_INFO\0".getBytes(StandardCharsets.UTF_16LE));
    file.putShort(info, (short) 92).putShort(info + 2, (short) 52);
    file.putInt(info + 40, 0xFEEF04BD).putInt(info + 48, major << 16);
    return file.putInt(info + 52, build << 16).array();
  }

  /** Three directories, one below the other, for type, name and language. */
  private static void resources(ByteBuffer file) {
    int[] ids = {16, 1, 0x409};
    for (int level = 0; level < ids.length; level++) {
      int directory = RESOURCES + level * 24;
      int next = level < 2 ? 0x80000000 | (level + 1) * 24 : 72;
      file.putShort(directory + 14, (short) 1).putInt(directory + 16, ids[level]);
      file.putInt(directory + 20, next);
    }
    file.putInt(RESOURCES + 72, 0x1060).putInt(RESOURCES + 76, 92);
  }
}
