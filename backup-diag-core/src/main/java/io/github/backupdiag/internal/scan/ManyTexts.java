package io.github.backupdiag.internal.scan;

import io.github.backupdiag.internal.scan.StreamScan.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Scans several texts at once and tells their hits in the order of the texts. Threads that are left
 * over look through one text together. Immutable and thread-safe.
 */
public final class ManyTexts {

  /** Opens a text. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Opens it.
     *
     * @return the text, closed when it was read
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
  }

  /** Is told what was found, by one thread at a time. */
  public interface Listener {

    /**
     * Takes a hit.
     *
     * @param text number of the text, from 0
     * @param hit the hit
     */
    void hit(int text, LineHit hit);

    /**
     * Is told that all hits of a text were.
     *
     * @param text number of the text, from 0
     * @param damage why it could not be read, or not to its end; null if it was
     */
    void ended(int text, @Nullable IOException damage);
  }

  private final StreamScan scan;

  /**
   * Makes a scan of several texts.
   *
   * @param scan scans each of them
   */
  public ManyTexts(StreamScan scan) {
    this.scan = scan;
  }

  /**
   * Scans texts.
   *
   * @param texts opens them
   * @param threads how many threads look at once, from 1
   * @param stop true ends the scan
   * @param listener is told of the hits in the order of texts and lines
   * @return false if it was stopped
   */
  public boolean scan(List<Opener> texts, int threads, BooleanSupplier stop, Listener listener) {
    int together = Math.max(1, Math.min(threads, texts.size()));
    Run run = new Run(texts, Math.max(1, threads / together), stop, listener);
    run.crew.run(together, "log-file-");
    return !run.crew.isStopped();
  }

  /** A hit of a text. */
  private record Given(int text, LineHit hit) {}

  /** One scan. */
  private final class Run {

    private final List<Opener> texts;
    private final int threads;
    private final BooleanSupplier stop;
    private final Listener listener;
    private final AtomicInteger next = new AtomicInteger();
    final Crew crew = new Crew(this::work);

    Run(List<Opener> texts, int threads, BooleanSupplier stop, Listener listener) {
      this.texts = texts;
      this.threads = threads;
      this.stop = stop;
      this.listener = listener;
    }

    private void work(Turns turns) {
      InTurn<Given> hits = new InTurn<>(turns, given -> listener.hit(given.text(), given.hit()));
      int text = next.getAndIncrement();
      while (text < texts.size() && !turns.isStopped()) {
        hits.begin(text);
        IOException damage = read(text, turns, hits);
        hits.await();
        listener.ended(text, damage);
        turns.end(text);
        text = next.getAndIncrement();
      }
    }

    private @Nullable IOException read(int text, Turns turns, InTurn<Given> hits) {
      try (InputStream in = texts.get(text).open()) {
        Outcome outcome =
            scan.scan(
                in,
                threads,
                () -> turns.isStopped() || stop.getAsBoolean(),
                hit -> hits.give(new Given(text, hit)));
        if (!outcome.complete() && outcome.damage() == null) {
          turns.stop();
        }
        return outcome.damage();
      } catch (IOException e) {
        return e;
      }
    }
  }
}
