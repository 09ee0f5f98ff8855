package io.github.backupdiag.guest.internal.eventlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event log. Chunks and entries that are damaged are left out. */
public final class EventLogFile {

  private static final long MAGIC = 0x00656C6946666C45L; // "ElfFile" and a zero
  private static final long CHUNK_MAGIC = 0x006B6E6843666C45L; // "ElfChnk" and a zero
  private static final int RECORD_MAGIC = 0x00002A2A;
  private static final int HEAD = 4096;
  private static final int CHUNK_HEAD = 512;
  private static final int SHORTEST = 28;
  private static final int MOST = 200_000;

  private final List<EventRecord> records;

  private EventLogFile(List<EventRecord> records) {
    this.records = records;
  }

  /**
   * Opens a log.
   *
   * @param file its bytes, or only its first ones; not changed afterwards
   * @return the log, or null if it is none
   */
  public static @Nullable EventLogFile of(byte[] file) {
    try {
      if (new Chunk(file, 0).number64(0) != MAGIC) {
        return null;
      }
    } catch (DamagedEventException e) {
      return null;
    }
    List<EventRecord> records = new ArrayList<>();
    for (int at = HEAD; at < file.length && records.size() < MOST; at += Chunk.SIZE) {
      read(new Chunk(file, at), records);
    }
    records.sort(Comparator.comparingLong(EventRecord::number).reversed());
    return new EventLogFile(records);
  }

  /** A log is a ring of chunks, in which old entries end where they were overwritten. */
  private static void read(Chunk chunk, List<EventRecord> records) {
    try {
      if (chunk.number64(0) != CHUNK_MAGIC) {
        return;
      }
      int at = CHUNK_HEAD;
      while (at < chunk.length() && chunk.number32(at) == RECORD_MAGIC) {
        int size = chunk.number32(at + 4);
        if (size < SHORTEST || size > chunk.length() - at) {
          return;
        }
        records.add(new EventRecord(chunk, at, size));
        at += size;
      }
    } catch (DamagedEventException e) {
      return; // what came before it counts
    }
  }

  /**
   * Gives its entries.
   *
   * @return the newest first
   */
  public List<EventRecord> records() {
    return List.copyOf(records);
  }
}
