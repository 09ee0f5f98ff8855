/**
 * What connections and probes share: words for a question, lists of questions, answers in the words
 * of a probe. No probe, parser or connection.
 */
@NullMarked
package io.github.backupdiag.guest.internal;

import org.jspecify.annotations.NullMarked;
