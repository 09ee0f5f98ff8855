/**
 * Rules about the system that the agent runs on: SELinux, FIPS mode, load, memory, distribution.
 */
@NullMarked
package io.github.backupdiag.internal.system;

import org.jspecify.annotations.NullMarked;
