package io.github.backupdiag.report;

import java.util.List;

/**
 * How much of what should be looked at was seen.
 *
 * @param causes number of candidate causes
 * @param decided how many of them are confirmed, contradictory or ruled out
 * @param unseen how many of them nobody could test
 * @param facts what became of each fact that rules asked for, in alphabetical order
 */
public record Coverage(int causes, int decided, int unseen, List<SeenFact> facts) {}
