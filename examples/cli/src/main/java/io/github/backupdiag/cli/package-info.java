/**
 * The command line. One class per command, each with its {@link io.github.backupdiag.cli.Syntax};
 * what several need stands beside them. Nothing here judges: it reads arguments and files, asks
 * {@code BackupDiagnosis}, and writes what that says.
 *
 * <p>Start-up time counts, so the hot path uses no library: only the chosen command is loaded.
 */
@NullMarked
package io.github.backupdiag.cli;

import org.jspecify.annotations.NullMarked;
