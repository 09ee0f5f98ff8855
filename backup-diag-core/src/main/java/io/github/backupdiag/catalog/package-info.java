/**
 * What is known: error codes, their ordered causes, remediations, log signatures, known defects,
 * portal messages, and the words for all of it. Data only; knows no other package of ours.
 */
@NullMarked
package io.github.backupdiag.catalog;

import org.jspecify.annotations.NullMarked;
