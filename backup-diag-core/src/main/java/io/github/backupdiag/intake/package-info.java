/** Reads what users have: codes and messages in any portal language. Never judges. */
@NullMarked
package io.github.backupdiag.intake;

import org.jspecify.annotations.NullMarked;
