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
    int milestone) {}
