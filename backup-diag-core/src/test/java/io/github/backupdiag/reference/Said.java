package io.github.backupdiag.reference;

/**
 * A text as a page shows it.
 *
 * @param text the text, placeholders shown as {@code <name>}
 * @param language tag of its language where that is not the page's; empty otherwise
 */
record Said(String text, String language) {}
