package io.github.backupdiag.guest.internal.registry;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registry hive ({@code regf}; format after M. Suhanov, "Windows registry file format
 * specification"). The changes of about the last hour of a system that runs lie in the logs beside
 * it; without them no key is complete. Not thread-safe.
 */
public final class Hive {

  private static final int BASE_BLOCK = 512;
  private static final int KEY_FIXED = 76;
  private static final int LONGEST_NAME = 2 * 256;
  private static final int NARROW_NAME = 0x20;
  private static final int DEEPEST = 256;

  private final HiveCells cells;
  private final HiveValues values;
  private final int root;

  private final HiveBytes bytes;
  private final int writes;
  private boolean whole;

  private Hive(HiveBytes bytes, Cell head) throws DamagedHiveException {
    this.bytes = bytes;
    this.cells = new HiveCells(bytes);
    this.values = new HiveValues(cells);
    this.root = head.number32(36);
    this.writes = head.number32(8);
    this.whole = head.number32(4) == writes;
  }

  /** A key as it is stored. */
  private record Node(String name, int subkeys, int subkeyList, int values, int valueList) {}

  /**
   * Opens a hive.
   *
   * @param channel the file, open for as long as the hive is used
   * @return the hive
   * @throws DamagedHiveException if it is no hive
   * @throws IOException if it cannot be read
   */
  public static Hive open(SeekableByteChannel channel) throws IOException {
    HiveBytes bytes = new HiveBytes(channel);
    Cell head = new Cell(bytes.read(0, BASE_BLOCK));
    if (!head.is("re") || !new Cell(head.bytes(2, 2)).is("gf")) {
      throw new DamagedHiveException("no registry file");
    }
    return new Hive(bytes, head);
  }

  /**
   * Lays the newer changes over the file, as Windows does when it starts.
   *
   * @param log what the logs beside the file hold
   */
  public void replay(HiveLog log) {
    List<HiveLog.Page> newer = whole ? List.of() : log.from(writes);
    if (!newer.isEmpty()) {
      bytes.cover(newer);
      whole = true;
    }
  }

  /**
   * Tells whether all is known that was written to the registry. The two numbers of writes in the
   * file differ as long as newer changes lie in the logs only: then what it lacks may be there.
   *
   * @return false if newer changes may be missing
   */
  public boolean isWhole() {
    return whole;
  }

  /**
   * Reads a key.
   *
   * @param names of the keys from the root of the hive to it, without regard to case
   * @param depth how far down
   * @param most how many values and keys at the most
   * @return the key, or null if it is not there
   * @throws DamagedHiveException if damage lies on the way to it
   * @throws IOException if the file cannot be read
   */
  public @Nullable RegistryKey key(List<String> names, int depth, int most) throws IOException {
    Node node = node(root);
    for (String name : names) {
      node = node == null ? null : child(node, name);
    }
    if (node == null) {
      return null;
    }
    RegistryKey key = new Reading(most).key(node, Math.min(depth, DEEPEST));
    return whole ? key : outdated(key);
  }

  private static RegistryKey outdated(RegistryKey key) {
    List<RegistryKey> keys = key.keys().stream().map(Hive::outdated).toList();
    return new RegistryKey(key.name(), key.values(), keys, false);
  }

  private @Nullable Node child(Node node, String name) throws IOException {
    DamagedHiveException damage = null;
    for (int offset : children(node)) {
      try {
        Node child = node(offset);
        if (child.name().equalsIgnoreCase(name)) {
          return child;
        }
      } catch (DamagedHiveException e) {
        damage = e;
      }
    }
    if (damage != null) {
      throw damage;
    }
    return null;
  }

  private List<Integer> children(Node node) throws IOException {
    return node.subkeys() == 0 ? List.of() : cells.subkeys(node.subkeyList());
  }

  private Node node(int offset) throws IOException {
    Cell cell = cells.at(offset, KEY_FIXED + LONGEST_NAME);
    if (!cell.is("nk")) {
      throw new DamagedHiveException("a key is none");
    }
    boolean narrow = (cell.number16(2) & NARROW_NAME) != 0;
    return new Node(
        cell.text(KEY_FIXED, cell.number16(72), narrow),
        cell.number32(20),
        cell.number32(28),
        cell.number32(36),
        cell.number32(40));
  }

  /** One answer, which ends where its limit is reached and leaves out what is damaged. */
  private final class Reading {

    private int left;

    Reading(int most) {
      this.left = most;
    }

    RegistryKey key(Node node, int depth) throws IOException {
      List<RegistryValue> found = new ArrayList<>();
      List<RegistryKey> keys = new ArrayList<>();
      boolean complete = values(node, found);
      complete &= depth <= 0 || keys(node, depth, keys);
      return new RegistryKey(node.name(), found, keys, complete);
    }

    private boolean values(Node node, List<RegistryValue> found) throws IOException {
      if (node.values() == 0) {
        return true;
      }
      boolean whole = true;
      try {
        Cell list = cells.whole(node.valueList());
        for (int i = 0; i < node.values(); i++) {
          if (--left < 0) {
            return false;
          }
          whole &= value(list.number32(i * Integer.BYTES), found);
        }
        return whole && node.values() > 0;
      } catch (DamagedHiveException e) {
        return false;
      }
    }

    private boolean value(int offset, List<RegistryValue> found) throws IOException {
      try {
        found.add(values.at(offset));
        return true;
      } catch (DamagedHiveException e) {
        return false;
      }
    }

    private boolean keys(Node node, int depth, List<RegistryKey> found) throws IOException {
      boolean whole = true;
      try {
        for (int offset : children(node)) {
          if (--left < 0) {
            return false;
          }
          RegistryKey key = keyAt(offset, depth - 1);
          whole &= key != null && key.complete();
          if (key != null) {
            found.add(key);
          }
        }
        return whole;
      } catch (DamagedHiveException e) {
        return false;
      }
    }

    private @Nullable RegistryKey keyAt(int offset, int depth) throws IOException {
      try {
        return key(node(offset), depth);
      } catch (DamagedHiveException e) {
        return null;
      }
    }
  }
}
