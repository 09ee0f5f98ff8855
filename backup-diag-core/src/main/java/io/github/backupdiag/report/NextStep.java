package io.github.backupdiag.report;

import io.github.backupdiag.diagnostic.Phrase;
import java.util.List;

/**
 * What to do in order to know more.
 *
 * @param text the sentence
 * @param unlocks ids of the causes that could then be decided
 */
public record NextStep(Phrase text, List<String> unlocks) {}
