/** Vocabulary of the guest: platform, operating system, agent, mounts, room, logs. */
@NullMarked
package io.github.backupdiag.fact.guest;

import org.jspecify.annotations.NullMarked;
