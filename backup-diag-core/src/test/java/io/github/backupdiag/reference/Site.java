package io.github.backupdiag.reference;

import java.util.List;

/**
 * What all pages have in common.
 *
 * @param version of the library
 * @param languages tags of the languages there are pages in, English first
 */
record Site(String version, List<String> languages) {}
