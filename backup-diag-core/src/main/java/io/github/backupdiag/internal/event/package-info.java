/**
 * What entries of the Windows event logs and numbers of Windows errors mean for a backup: tables
 * and the rules that are made from them, one for each cause.
 */
@NullMarked
package io.github.backupdiag.internal.event;

import org.jspecify.annotations.NullMarked;
