package io.github.backupdiag.internal.scan;

import io.github.backupdiag.internal.scan.ChunkScan.Draft;
import io.github.backupdiag.internal.scan.RecordTimes.Head;
import java.io.IOException;
import java.io.InputStream;
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
    run.crew.run(threads, "log-scan-");
    return run.outcome();
  }

  /** One scan; what is not final belongs to whoever has the turn. */
  private final class Run {

    private final Chunks chunks;
    private final ReentrantLock reading = new ReentrantLock();
    private final BooleanSupplier stop;
    private final Consumer<LineHit> hits;
    private final LongLine longLine = new LongLine(phrases, size.longest());
    final Crew crew = new Crew(this::work);

    private long lines;
    private long bytes;
    private boolean reachedEnd;
    private Head head = Head.NONE;

    Run(InputStream in, BooleanSupplier stop, Consumer<LineHit> hits) {
      this.chunks = new Chunks(in, size);
      this.stop = stop;
      this.hits = hits;
    }

    private void work(Turns turns) {
      Chunk chunk = new Chunk(size.chunk());
      ChunkScan scan = new ChunkScan(phrases, clock, size.longest());
      InTurn<Draft> drafts = new InTurn<>(turns, this::deliver);
      while (take(chunk, turns)) {
        drafts.begin(chunk.number);
        if (chunk.continues || chunk.unfinished) {
          drafts.await();
        }
        scan.scan(chunk, longLine, draft -> drafts.give(draft.showing(shown)));
        drafts.await();
        end(chunk, scan);
        turns.end(chunk.number);
      }
    }

    private boolean take(Chunk chunk, Turns turns) {
      try {
        reading.lockInterruptibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        turns.stop();
        return false;
      }
      try {
        if (stop.getAsBoolean() || Thread.currentThread().isInterrupted()) {
          turns.stop();
        }
        return !turns.isStopped() && chunks.fill(chunk);
      } finally {
        reading.unlock();
      }
    }

    private void deliver(Draft draft) {
      LineHit hit = draft.hit();
      hits.accept(
          hit.at(
              lines + hit.line() + 1,
              draft.record() < 0 ? hit.time() : head.forLine(draft.record(), size.longest())));
    }

    private void end(Chunk chunk, ChunkScan scan) {
      lines += scan.lines();
      bytes = chunk.base + chunk.to;
      Head last = scan.lastHead();
      head = last == null ? head : last;
      reachedEnd = chunk.last;
    }

    Outcome outcome() {
      IOException damage = chunks.damage();
      return new Outcome(bytes, lines, damage, reachedEnd && damage == null);
    }
  }
}
