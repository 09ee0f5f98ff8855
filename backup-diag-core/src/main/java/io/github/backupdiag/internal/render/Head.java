package io.github.backupdiag.internal.render;

/**
 * Headline of a cause or of the whole report.
 *
 * @param label what it is, such as "Cause"; may be empty
 * @param title the statement
 * @param badge state and confidence; may be empty
 * @param tone how it strikes the eye
 */
record Head(String label, String title, String badge, Tone tone) {}
