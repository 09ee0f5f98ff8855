package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What agrees with a setting of Windows that alone only suggests: a code of the failure, or a line
 * of the agent or the backup extension in the window of the job.
 */
public final class WindowsTraces {

  private static final List<FactKey<LogEvents>> LOGS =
      List.of(WindowsFacts.AGENT_LOG, WindowsFacts.EXTENSION_LOG);

  private final Set<String> codes;
  private final Set<String> signatures;

  private WindowsTraces(Set<String> codes, Set<String> signatures) {
    this.codes = codes;
    this.signatures = signatures;
  }

  /**
   * Names codes that agree.
   *
   * @param codes codes of the catalog
   * @return these traces
   */
  public static WindowsTraces codes(String... codes) {
    return new WindowsTraces(Set.of(codes), Set.of());
  }

  /**
   * Names lines that agree.
   *
   * @param ids signatures of the catalog
   * @return these traces, too
   */
  public WindowsTraces lines(String... ids) {
    return new WindowsTraces(codes, Set.of(ids));
  }

  /**
   * Gives the facts that a rule reads which asks for traces.
   *
   * @param own further ones
   * @return all of them
   */
  public static FactKey<?>[] readsWith(FactKey<?>... own) {
    List<FactKey<?>> all = new ArrayList<>(Arrays.asList(own));
    all.addAll(LOGS);
    all.addAll(List.of(BackupFacts.WINDOW, BackupFacts.MATCHES));
    return all.toArray(new FactKey<?>[0]);
  }

  /**
   * Finds what agrees.
   *
   * @param facts the facts
   * @return codes and lines, empty if nothing agrees
   */
  public List<Evidence> in(Facts facts) {
    List<Evidence> found = new ArrayList<>();
    for (FactKey<LogEvents> log : LOGS) {
      List<LogEvent> lines =
          WindowLines.in(log, facts, event -> signatures.contains(event.signature()));
      found.addAll(WindowLines.evidence(log, lines, "evidence.log-line"));
    }
    Evidence code = AgreeingCode.in(facts, codes);
    if (code != null) {
      found.add(code);
    }
    return found;
  }

  /**
   * Judges a state that only suggests.
   *
   * @param facts the facts
   * @param state what was seen
   * @return likely if something agrees, else open with a hint
   */
  public Verdict judge(Facts facts, List<Evidence> state) {
    List<Evidence> agreeing = in(facts);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.windows.alone")).hinting(state);
    }
    List<Evidence> all = new ArrayList<>(state);
    all.addAll(agreeing);
    return Verdict.likely(When.NOW, all.toArray(Evidence[]::new));
  }

  /**
   * Judges a state that only suggests.
   *
   * @param facts the facts
   * @param state what was seen
   * @return likely if something agrees, else open with a hint
   */
  public Verdict judge(Facts facts, Evidence state) {
    return judge(facts, List.of(state));
  }

  /**
   * Answers that the fact a rule rests on could not be seen.
   *
   * @param key the fact
   * @return an open verdict that names it
   */
  public static Verdict notSeen(FactKey<?> key) {
    return Verdict.inconclusive(Phrase.of("because.windows.not-seen")).missing(key);
  }
}
