/** Rules about the guest agent: installed, running, allowed to handle extensions. */
@NullMarked
package io.github.backupdiag.internal.agent;

import org.jspecify.annotations.NullMarked;
