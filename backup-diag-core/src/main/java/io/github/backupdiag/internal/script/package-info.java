/** Rules about the scripts that run before and after a snapshot on Linux. */
@NullMarked
package io.github.backupdiag.internal.script;

import org.jspecify.annotations.NullMarked;
