/** What connections and probes share: words for a question. No probe, parser or connection. */
@NullMarked
package io.github.backupdiag.guest.internal;

import org.jspecify.annotations.NullMarked;
