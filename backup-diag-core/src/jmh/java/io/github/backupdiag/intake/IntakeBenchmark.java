package io.github.backupdiag.intake;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to recognise what a user has, on a warm intake over our own catalog. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class IntakeBenchmark {

  private static final String SENTENCE =
      "Last night the backup of vm-web-03 ended with UserErrorGuestAgentStatusUnavailable again.";
  private static final String UNRELATED =
      "The quick brown fox jumps over the lazy dog, and nobody has taken a picture. "
          .repeat(14)
          .substring(0, 1024);

  private final BackupDiagnosis diagnosis = BackupDiagnosis.builder().discover(false).build();
  private final Intake intake = diagnosis.intake();
  private List<String> messages = List.of();
  private int next;

  /** Takes every message of the catalog that stands for itself, in all languages. */
  @Setup
  public void takeMessages() {
    Catalog catalog = diagnosis.catalog();
    messages =
        catalog.messages().stream()
            .filter(message -> !message.fragment())
            .map(PortalMessage::text)
            .toList();
    for (String text : messages) {
      requireMatch(text);
    }
    requireMatch(SENTENCE);
  }

  private void requireMatch(String text) {
    if (intake.read(text).matches().isEmpty()) {
      throw new IllegalStateException("not recognised: " + text);
    }
  }

  /** A message of the portal, to the letter. */
  @Benchmark
  public IntakeResult exactMessage() {
    next = (next + 1) % messages.size();
    return intake.read(messages.get(next));
  }

  /** A code inside a sentence. */
  @Benchmark
  public IntakeResult codeInSentence() {
    return intake.read(SENTENCE);
  }

  /** 1 KB that says nothing known. */
  @Benchmark
  public IntakeResult unrelatedKilobyte() {
    return intake.read(UNRELATED);
  }
}
