package io.github.backupdiag.internal.logscan;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NoiseCondition;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.internal.parse.AnyLogTime;
import io.github.backupdiag.internal.scan.Expression;
import io.github.backupdiag.internal.scan.LineHit;
import io.github.backupdiag.internal.scan.ManyTexts;
import io.github.backupdiag.internal.scan.Phrase;
import io.github.backupdiag.internal.scan.Phrases;
import io.github.backupdiag.internal.scan.StreamScan;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Scans logs for all signatures of a catalog, whatever their log. Immutable and thread-safe. */
public final class SignatureScan {

  private final List<LogSignature> signatures;
  private final ManyTexts texts;

  /**
   * Compiles the signatures.
   *
   * @param catalog whose signatures are looked for
   */
  public SignatureScan(Catalog catalog) {
    this.signatures =
        catalog.signatures().stream().filter(each -> !each.literal().isEmpty()).toList();
    this.texts =
        new ManyTexts(
            new StreamScan(
                new Phrases(signatures.stream().map(SignatureScan::phrase).toList()),
                new AnyLogTime(),
                new ShownLine(signatures.stream().map(LogSignature::literal).toList())));
  }

  private static Phrase phrase(LogSignature signature) {
    String regex = signature.regex();
    return new Phrase(
        signature.literal(),
        regex == null ? null : new Expression(regex),
        signature.noise() == null);
  }

  /**
   * Scans logs.
   *
   * @param names names of the logs, as they are told
   * @param openers open them, in the same order
   * @param threads how many threads look at once, from 1
   * @param stop true ends the scan
   * @param hits takes the hits
   * @param ends is told the name of each log behind its last hit, and why it could not be read
   * @return false if it was stopped
   */
  public boolean scan(
      List<String> names,
      List<ManyTexts.Opener> openers,
      int threads,
      BooleanSupplier stop,
      Consumer<LogEvent> hits,
      BiConsumer<String, @Nullable IOException> ends) {
    List<ManyTexts.Opener> inflating =
        openers.stream().<ManyTexts.Opener>map(each -> () -> Inflated.of(each.open())).toList();
    return texts.scan(
        inflating,
        threads,
        stop,
        new ManyTexts.Listener() {
          @Override
          public void hit(int text, LineHit hit) {
            LogSignature signature = signatures.get(hit.phrase());
            if (isMeant(signature.noise(), hit.text())) {
              hits.accept(event(signature.id(), names.get(text), hit));
            }
          }

          @Override
          public void ended(int text, @Nullable IOException damage) {
            ends.accept(names.get(text), damage);
          }
        });
  }

  private static LogEvent event(String id, String name, LineHit hit) {
    return new LogEvent(id, name, hit.line(), hit.time(), hit.text(), hit.values());
  }

  /** What a line must hold besides to be the known one; the rest of its log is not asked. */
  private static boolean isMeant(@Nullable NoiseCondition noise, String text) {
    return noise == null
        || noise.wholeRecord()
        || (noise.holds().stream().allMatch(text::contains)
            && (noise.holdsOneOf().isEmpty()
                || noise.holdsOneOf().stream().anyMatch(text::contains)));
  }
}
