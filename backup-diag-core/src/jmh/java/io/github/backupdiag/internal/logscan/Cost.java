package io.github.backupdiag.internal.logscan;

/**
 * What one pass cost.
 *
 * @param wall seconds of the clock on the wall
 * @param cpu seconds of processors
 * @param hits what was found
 */
record Cost(double wall, double cpu, long hits) {

  /** Megabytes a second. */
  double wall(long size) {
    return size / 1e6 / wall;
  }

  /** Megabytes in a second of one processor. */
  double cpu(long size) {
    return size / 1e6 / cpu;
  }

  /** Runs while something is measured. */
  static final class Clock {

    private final long start = System.nanoTime();
    private final long cpuStart;

    /** Takes the processor time until now, in nanoseconds. */
    Clock(long cpu) {
      this.cpuStart = cpu;
    }

    Cost cost(long cpu, long hits) {
      return new Cost((System.nanoTime() - start) / 1e9, (cpu - cpuStart) / 1e9, hits);
    }
  }
}
