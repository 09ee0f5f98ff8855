package io.github.backupdiag.internal.scan;

import io.github.backupdiag.internal.scan.ChunkScan.Draft;
import io.github.backupdiag.internal.scan.RecordTimes.Head;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a text of any length for phrases, once and with as many threads as asked for. Each
 * thread takes the next chunk, looks through it, and hands over what it found when all before it
 * have; so one reads or inflates while others look. What is kept does not grow with the text.
 *
 * <p>Immutable and thread-safe.
 */
public final class StreamScan {

  private final Phrases phrases;
  private final LineClock clock;
  private final UnaryOperator<LineHit> shown;
  private final ScanSize size;

  /**
   * Makes a scan.
   *
   * @param phrases what to find
   * @param clock reads the times of lines
   * @param shown what is kept of a hit until its turn comes; called by many threads
   */
  public StreamScan(Phrases phrases, LineClock clock, UnaryOperator<LineHit> shown) {
    this(phrases, clock, shown, ScanSize.USUAL);
  }

  StreamScan(Phrases phrases, LineClock clock, UnaryOperator<LineHit> shown, ScanSize size) {
    if (phrases.longest() > size.longest() / 2) {
      throw new IllegalArgumentException("a literal of " + phrases.longest() + " bytes");
    }
    this.phrases = phrases;
    this.clock = clock;
    this.shown = shown;
    this.size = size;
  }

  /**
   * How a scan ended.
   *
   * @param bytes how much text there was, in UTF-8
   * @param lines how many ends of lines were read
   * @param damage why the rest could not be read, or null if all was
   * @param complete false if there is damage or the scan was stopped
   */
  public record Outcome(long bytes, long lines, @Nullable IOException damage, boolean complete) {}

  /**
   * Scans a text. All threads it starts have ended when it returns; an interrupt of the caller
   * stops it and stays set.
   *
   * @param in the text, in UTF-8 or UTF-16; not closed
   * @param threads how many threads look at once, from 1: this one and others
   * @param stop asked before each chunk; true ends the scan
   * @param hits takes the hits in their order, one at a time, but from any of the threads
   * @return how it ended
   */
  public Outcome scan(InputStream in, int threads, BooleanSupplier stop, Consumer<LineHit> hits) {
    Run run = new Run(PlainText.of(in), stop, hits);
    List<Thread> others = run.start(threads - 1);
    run.work();
    run.join(others);
    return run.outcome();
  }

  /** One scan; what is not final belongs to whoever has the turn. */
  private final class Run {

    private final Chunks chunks;
    private final ReentrantLock reading = new ReentrantLock();
    private final BooleanSupplier stop;
    private final Consumer<LineHit> hits;
    private final Turns turns = new Turns();
    private final LongLine longLine = new LongLine(phrases, size.longest());

    private long lines;
    private long bytes;
    private boolean reachedEnd;
    private Head head = Head.NONE;
    private volatile @Nullable Throwable failure;

    Run(InputStream in, BooleanSupplier stop, Consumer<LineHit> hits) {
      this.chunks = new Chunks(in, size);
      this.stop = stop;
      this.hits = hits;
    }

    List<Thread> start(int count) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Thread thread = new Thread(this::work, "log-scan-" + (i + 1));
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
      }
      return threads;
    }

    void work() {
      try {
        Worker worker = new Worker(this);
        while (!isStopped() && take(worker.chunk)) {
          worker.scan();
        }
      } catch (InterruptedException e) {
        turns.stop();
        Thread.currentThread().interrupt();
      } catch (Turns.StoppedException e) {
        turns.stop(); // whoever stopped it knows why
      } catch (RuntimeException | Error e) {
        failure = e;
        turns.stop();
      }
    }

    private boolean isStopped() {
      if (stop.getAsBoolean() || Thread.currentThread().isInterrupted()) {
        turns.stop();
      }
      return turns.isStopped();
    }

    private boolean take(Chunk chunk) throws InterruptedException {
      reading.lockInterruptibly();
      try {
        return chunks.fill(chunk);
      } finally {
        reading.unlock();
      }
    }

    void join(List<Thread> threads) {
      boolean interrupted = false;
      for (Thread thread : threads) {
        while (thread.isAlive()) {
          try {
            thread.join();
          } catch (InterruptedException e) {
            interrupted = true;
            turns.stop();
          }
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    void deliver(Draft draft) {
      LineHit hit = draft.hit();
      hits.accept(
          hit.at(
              lines + hit.line() + 1,
              draft.record() < 0 ? hit.time() : head.forLine(draft.record(), size.longest())));
    }

    void end(Chunk chunk, ChunkScan scan) {
      lines += scan.lines();
      bytes = chunk.base + chunk.to;
      Head last = scan.lastHead();
      head = last == null ? head : last;
      reachedEnd = chunk.last;
      turns.end(chunk.number);
    }

    Outcome outcome() {
      Throwable thrown = failure;
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      IOException damage = chunks.damage();
      return new Outcome(bytes, lines, damage, reachedEnd && damage == null);
    }
  }

  /** What one thread needs. */
  private final class Worker {

    /** How many hits wait for their turn. */
    private static final int MOST_WAITING = 2048;

    private final Run run;
    final Chunk chunk = new Chunk(size.chunk());
    private final ChunkScan scan = new ChunkScan(phrases, clock, size.longest());
    private final List<Draft> waiting = new ArrayList<>();
    private boolean hasTurn;

    Worker(Run run) {
      this.run = run;
    }

    void scan() {
      hasTurn = false;
      waiting.clear();
      if (chunk.continues || chunk.unfinished) {
        awaitTurn();
      }
      scan.scan(chunk, run.longLine, this::take);
      awaitTurn();
      run.end(chunk, scan);
    }

    private void take(Draft draft) {
      Draft kept = new Draft(shown.apply(draft.hit()), draft.record());
      if (hasTurn) {
        run.deliver(kept);
        return;
      }
      waiting.add(kept);
      if (waiting.size() >= MOST_WAITING) {
        awaitTurn();
      }
    }

    private void awaitTurn() {
      if (!hasTurn) {
        run.turns.await(chunk.number);
        hasTurn = true;
        waiting.forEach(run::deliver);
        waiting.clear();
      }
    }
  }
}
