package io.github.backupdiag.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A literal that known programs write into a log.
 *
 * @param id id of the signature
 * @param log which log: {@code waagent}, {@code vmsnapshot-extension} …
 * @param os systems on which that log exists
 * @param literal what the line holds, to the letter
 * @param regex RE2 expression that takes values out of the line, or null
 * @param severity {@code error}, {@code warning}, {@code info}, {@code milestone} or {@code benign}
 * @param causes ids of the causes it points to
 * @param proves true if the line itself states its one cause
 * @param milestone place in the order of a good run, or 0
 * @param noise for a benign one, when it makes a line known noise, so that nothing else on that
 *     line counts; null for all others
 */
public record LogSignature(
    String id,
    String log,
    Set<Os> os,
    String literal,
    @Nullable String regex,
    String severity,
    List<String> causes,
    boolean proves,
    int milestone,
    @Nullable NoiseCondition noise) {

  /**
   * Makes a signature that is no noise.
   *
   * @param id id of the signature
   * @param log which log
   * @param os systems on which that log exists
   * @param literal what the line holds
   * @param regex expression that takes values out of the line, or null
   * @param severity what the line means for the run
   * @param causes ids of the causes it points to
   * @param proves true if the line itself states its one cause
   * @param milestone place in the order of a good run, or 0
   */
  public LogSignature(
      String id,
      String log,
      Set<Os> os,
      String literal,
      @Nullable String regex,
      String severity,
      List<String> causes,
      boolean proves,
      int milestone) {
    this(id, log, os, literal, regex, severity, causes, proves, milestone, null);
  }
}
