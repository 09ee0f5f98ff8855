package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access that SELinux logged as a violation of its policy, made by the agent or the backup
 * extension or to their files.
 *
 * @param file the log, as seen in the guest
 * @param line line number from 1, or 0 if only the end was read
 * @param time when it was (UTC), or null if the line does not tell
 * @param permission what was asked for, such as {@code execute}
 * @param command the program, such as {@code handle.sh}; empty if the line does not tell
 * @param object the path or name, empty if the line does not tell
 * @param onAgentFiles true if the object is a file of the agent or the extension
 * @param refused whether the access was refused ({@code permissive=0}) or only logged; null if the
 *     line does not tell, as with old kernels
 * @param text the line, cut at 500 characters
 */
public record AccessDenial(
    String file,
    long line,
    @Nullable Instant time,
    String permission,
    String command,
    String object,
    boolean onAgentFiles,
    @Nullable Boolean refused,
    String text) {}
