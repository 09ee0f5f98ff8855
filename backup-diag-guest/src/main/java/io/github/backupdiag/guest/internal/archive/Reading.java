package io.github.backupdiag.guest.internal.archive;

import org.jspecify.annotations.Nullable;

/** What all archives of one bundle share: budget, memory and the list of what went wrong. */
final class Reading {

  private final Budget budget;
  private final Limitations limits;
  private final Meter meter;
  private final Store store;
  private int entries;

  Reading(Budget budget, Limitations limits) {
    this.budget = budget;
    this.limits = limits;
    this.meter = new Meter(budget);
    this.store = new Store(budget);
  }

  Limitations limits() {
    return limits;
  }

  Meter meter() {
    return meter;
  }

  Store store() {
    return store;
  }

  int depth() {
    return budget.depth();
  }

  /** Counts an entry; false if there were too many. */
  boolean takeEntry(String archive) {
    if (++entries <= budget.entries()) {
      return true;
    }
    limits.cut(archive + " holds more than " + budget.entries() + " entries; the rest is not read");
    return false;
  }

  /** The content of a zip entry that is stored or deflated. */
  Content content(ZipEntryHeader header, ByteSource packed, @Nullable Hole hole) {
    return header.method() == ZipFields.STORED
        ? new PlainContent(packed, hole == null ? packed.size() : hole.to())
        : new DeflatedContent(packed, header.size(), header.crc(), hole, meter);
  }
}
