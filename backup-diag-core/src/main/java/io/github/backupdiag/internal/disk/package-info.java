/** Rules about the file systems that the agent and its extensions live on. */
@NullMarked
package io.github.backupdiag.internal.disk;

import org.jspecify.annotations.NullMarked;
