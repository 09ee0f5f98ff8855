package io.github.backupdiag.intake;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.internal.intake.Recognition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;
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

/**
 * Time to recognise what a user has, on a warm intake over our own catalog, beside the plain ways
 * to look for all its messages.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class IntakeBenchmark {

  private static final int NOISY = 2048;
  private static final String SENTENCE =
      "Last night the backup of vm-web-03 ended with UserErrorGuestAgentStatusUnavailable again.";
  private static final String UNRELATED =
      "The quick brown fox jumps over the lazy dog, and nobody has taken a picture. "
          .repeat(14)
          .substring(0, 1024);
  private static final String SIMILAR =
      "{\"vm\":\"vm-web-03\",\"errorDetails\":[{\"errorString\":\"Snapshot operation failed due to"
          + " VSS Writers in bad state\",\"recommendations\":[\"";
  private static final String TALK =
      "Please look at the job in the portal and collect the logs of the machine before you open a"
          + " ticket with the support team; the operation was started by the schedule at 02:00 and"
          + " ran for 37 minutes on node 12 of region west europe. ";

  private final BackupDiagnosis diagnosis = BackupDiagnosis.builder().discover(false).build();
  private final Intake intake = diagnosis.intake();
  private final Recognition recognition = new Recognition(diagnosis.catalog());
  private final String noisy = (SIMILAR + TALK.repeat(9)).substring(0, NOISY);
  private List<String> messages = List.of();
  private Trie trie = Trie.builder().build();
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
    requireMatch(noisy);
    trie = Trie.builder().addKeywords(messages).build();
  }

  private void requireMatch(String text) {
    if (intake.read(text).matches().isEmpty()) {
      throw new IllegalStateException("not recognised: " + text);
    }
  }

  private String nextMessage() {
    next = (next + 1) % messages.size();
    return messages.get(next);
  }

  /** A message of the portal, to the letter. */
  @Benchmark
  public IntakeResult exactMessage() {
    return intake.read(nextMessage());
  }

  /** The same by asking for each message whether the text contains it. */
  @Benchmark
  public List<String> exactMessageByContains() {
    return contained(nextMessage());
  }

  /** The same by a library's automaton. */
  @Benchmark
  public Collection<Emit> exactMessageByLibrary() {
    return trie.parseText(nextMessage());
  }

  /** 2 KB of a job's answer with a sentence that is nearly a message: codes and messages only. */
  @Benchmark
  public Recognition.Recognised noisyMessageMatched() {
    return recognition.read(noisy, 0);
  }

  /** The same with all that an intake looks for: payload, log lines, events, named causes. */
  @Benchmark
  public IntakeResult noisyMessage() {
    return intake.read(noisy);
  }

  /** The same by containment, which finds nothing in it. */
  @Benchmark
  public List<String> noisyMessageByContains() {
    return contained(noisy);
  }

  /** The same by a library's automaton, which finds nothing in it. */
  @Benchmark
  public Collection<Emit> noisyMessageByLibrary() {
    return trie.parseText(noisy);
  }

  private List<String> contained(String text) {
    List<String> found = new ArrayList<>();
    for (String message : messages) {
      if (text.contains(message)) {
        found.add(message);
      }
    }
    return found;
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
