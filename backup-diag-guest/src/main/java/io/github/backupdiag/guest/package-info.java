/**
 * Connections to a guest on this machine: {@link io.github.backupdiag.guest.LocalGuest} reads the
 * running machine, {@link io.github.backupdiag.guest.CopiedRoot} a copy of a guest's files. They
 * only read, they open no socket, and they judge nothing. Probes and parsers live elsewhere.
 */
@NullMarked
package io.github.backupdiag.guest;

import org.jspecify.annotations.NullMarked;
