package io.github.backupdiag.internal.logscan;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.scan.ManyTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Measures the scan of logs beside ripgrep with the same literals on the same file, and of packed
 * logs beside the JDK's own inflate. Prints ratios; other programs disturb the wall clock, so that
 * processor time is shown too. The first argument is the size of the log in MiB.
 *
 * <pre>mvn -q -Pbench -pl backup-diag-core -am test-compile exec:exec@scan -Dscan.mib=1024</pre>
 */
public final class ScanBenchmark {

  private static final int PASSES = 5;
  private static final int BLOCK = 64 << 10;
  private static final Path FOLDER = Path.of("target/scan-bench");
  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<String> literals;
  private final SignatureScan scan;
  private final long size;

  private ScanBenchmark(Catalog catalog, long size) {
    this.literals = catalog.signatures().stream().map(LogSignature::literal).distinct().toList();
    this.scan = new SignatureScan(catalog);
    this.size = size;
  }

  /** Runs it in the directory of the module. */
  public static void main(String[] args) throws Exception {
    Catalog catalog = LoadedCatalog.joined(List.of());
    long count = catalog.signatures().size();
    long start = System.nanoTime();
    ScanBenchmark bench =
        new ScanBenchmark(catalog, Long.parseLong(args.length > 0 ? args[0] : "256") << 20);
    System.out.printf(
        "%d signatures, tables ready in a cold JVM: %.0f ms (aim 30)%n",
        count, (System.nanoTime() - start) / 1e6);
    if (args.length > 0 && args[0].equals("0")) {
      return;
    }
    bench.plain(0.001);
    bench.plain(0.05);
    bench.packed();
  }

  private void plain(double share) throws Exception {
    Path log = new MadeUpLog(literals, share).write(FOLDER.resolve("log-" + share), size);
    Path list = Files.write(FOLDER.resolve("literals"), literals);
    System.out.printf("%n%d MiB, %.1f %% of the lines with a signature%n", size >> 20, share * 100);
    Cost rg = null;
    if (Ripgrep.isInstalled()) {
      rg = median(() -> Ripgrep.cost(list, log));
      print("rg -j1 -a -n -F -f", rg, rg, 0);
    } else {
      System.out.println("rg is not installed (Debian: ripgrep)");
    }
    print("scan, one thread", median(() -> scan(log, 1)), rg, 1.5);
    print("scan, two threads", median(() -> scan(log, 2)), rg, 3);
    memory(log);
  }

  private void packed() throws Exception {
    Path log = FOLDER.resolve("log-0.001");
    Path gz = FOLDER.resolve("log.gz");
    Path zip = FOLDER.resolve("log.zip");
    if (!Files.exists(gz)) {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz), BLOCK)) {
        Files.copy(log, out);
      }
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
        out.putNextEntry(new ZipEntry("waagent.log"));
        Files.copy(log, out);
      }
    }
    System.out.printf("%n%d MiB packed%n", size >> 20);
    compare("gz", () -> new GZIPInputStream(Files.newInputStream(gz), BLOCK));
    compare("zip", () -> entry(zip));
  }

  private static InputStream entry(Path zip) throws IOException {
    ZipInputStream in = new ZipInputStream(Files.newInputStream(zip));
    in.getNextEntry();
    return in;
  }

  private void compare(String name, ManyTexts.Opener opener) throws Exception {
    Cost alone = median(() -> inflate(opener));
    print(name + ", inflate alone", alone, alone, 0);
    print(name + ", scan with two threads", median(() -> scan(opener, 2)), alone, 0.9);
  }

  private static Cost inflate(ManyTexts.Opener opener) throws IOException {
    Cost.Clock clock = new Cost.Clock(SYSTEM.getProcessCpuTime());
    byte[] block = new byte[256 << 10];
    try (InputStream in = opener.open()) {
      while (in.read(block, 0, block.length) >= 0) {
        // only to be inflated
      }
    }
    return clock.cost(SYSTEM.getProcessCpuTime(), 0);
  }

  private Cost scan(Path log, int threads) {
    return scan(() -> Files.newInputStream(log), threads);
  }

  private Cost scan(ManyTexts.Opener opener, int threads) {
    Cost.Clock clock = new Cost.Clock(SYSTEM.getProcessCpuTime());
    AtomicLong hits = new AtomicLong();
    scan.scan(
        List.of("log"),
        List.of(opener),
        threads,
        () -> false,
        hit -> hits.incrementAndGet(),
        (name, damage) -> {});
    return clock.cost(SYSTEM.getProcessCpuTime(), hits.get());
  }

  private void memory(Path log) {
    System.gc();
    long before = used();
    long[] most = {0};
    AtomicLong hits = new AtomicLong();
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    scan(log, 1);
    long garbage = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
    scan.scan(
        List.of("log"),
        List.of(() -> Files.newInputStream(log)),
        2,
        () -> false,
        hit -> {
          long number = hits.incrementAndGet();
          if (number % 4096 == 1 && number < 40_000) {
            System.gc();
            most[0] = Math.max(most[0], used() - before);
          }
        },
        (name, damage) -> {});
    System.out.printf(
        "heap beyond the tables %.1f MiB (aim 32), garbage %.1f MB per GB, %.0f bytes per hit%n",
        most[0] / 1048576.0,
        garbage / 1e6 / (size / 1e9),
        (double) garbage / Math.max(1, hits.get()));
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void print(String name, Cost cost, Cost beside, double aim) {
    System.out.printf(
        "%-26s %7.0f MB/s wall %7.0f MB/s cpu %9d hits",
        name, cost.wall(size), cost.cpu(size), cost.hits());
    if (beside != null && beside != cost) {
      System.out.printf(
          "   ratio %5.2f wall %5.2f cpu (aim %.1f)",
          cost.wall(size) / beside.wall(size), cost.cpu(size) / beside.cpu(size), aim);
    }
    System.out.println();
  }

  /** Something that is done and costs. */
  private interface Measured {
    Cost run() throws Exception;
  }

  /** After one pass to warm up. */
  private static Cost median(Measured measured) throws Exception {
    measured.run();
    Cost[] costs = new Cost[PASSES];
    for (int i = 0; i < PASSES; i++) {
      costs[i] = measured.run();
    }
    Arrays.sort(costs, java.util.Comparator.comparingDouble(Cost::wall));
    return costs[PASSES / 2];
  }
}
