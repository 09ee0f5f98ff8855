package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a cold virtual machine needs once: a fresh one for each measurement, nothing warmed up. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstReadBenchmark {

  private static final String ONE =
      "VM agent is unable to communicate with the Azure Backup Service.";
  private static final String OTHER = "The Restore Point collection maximum limit has reached.";

  /** A catalog of which nothing is read yet. */
  @State(Scope.Benchmark)
  public static class ColdCatalog {

    private final Catalog catalog = LoadedCatalog.joined(List.of());
  }

  /** An index of which nothing was used yet but for one message. */
  @State(Scope.Benchmark)
  public static class ReadyIntake {

    private final Recognition recognition = new Recognition(LoadedCatalog.joined(List.of()));

    /** Reads one message. */
    @Setup(Level.Trial)
    public void readOne() {
      recognition.read(ONE, 0);
    }
  }

  /** Until the index is ready. */
  @Benchmark
  public Object index(ColdCatalog cold) {
    return Index.of(cold.catalog);
  }

  /** The first message of all, with the index. */
  @Benchmark
  public Object firstMessage(ColdCatalog cold) {
    return new Recognition(cold.catalog).read(ONE, 0);
  }

  /** The second message. */
  @Benchmark
  public Object secondMessage(ReadyIntake ready) {
    return ready.recognition.read(OTHER, 0);
  }
}
