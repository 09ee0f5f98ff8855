/**
 * The command line. One class per command, which picocli reads by its annotations; what several
 * need stands beside them. Nothing here judges: it takes options and files, asks {@code
 * BackupDiagnosis}, and writes what that says.
 *
 * <p>Start-up time counts, so picocli gets to know the chosen command only.
 */
@NullMarked
package io.github.backupdiag.cli;

import org.jspecify.annotations.NullMarked;
