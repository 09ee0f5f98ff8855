package io.github.backupdiag.report;

import io.github.backupdiag.fact.UnavailableReason;
import org.jspecify.annotations.Nullable;

/**
 * What became of one fact that rules asked for.
 *
 * @param fact id of the fact
 * @param seen true if somebody looked and got an answer
 * @param found true if it was there; false with {@code seen} means that it was looked for in vain
 * @param reason why it was not seen, or null
 * @param detail where it was seen, or the technical detail of why not; may be empty
 */
public record SeenFact(
    String fact, boolean seen, boolean found, @Nullable UnavailableReason reason, String detail) {}
