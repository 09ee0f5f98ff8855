package io.github.backupdiag.report;

/**
 * Something that did not work as it should in a probe, a rule, a provider or the input.
 *
 * @param where id of the probe or rule, class of the provider, place in the input
 * @param text one sentence
 */
public record ExtensionProblem(String where, String text) {}
