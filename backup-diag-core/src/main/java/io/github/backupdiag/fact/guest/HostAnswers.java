package io.github.backupdiag.fact.guest;

import org.jspecify.annotations.Nullable;

/**
 * How the host answered to a snapshot, as the last message of the backup extension tells it ({@code
 * hostStatusCodePreSnapshot}, {@code hostStatusCodeDoSnapshot}). HTTP status, or 555 for no answer,
 * 556 for an error of the service, 557 for an empty answer, 558 for a call that broke off.
 *
 * @param check answer to the check before the snapshot, or null
 * @param answer answer to the snapshot, or null
 * @param line line in the text, from 1, or 0
 * @param text the message, cut at 300 characters
 */
public record HostAnswers(@Nullable Long check, @Nullable Long answer, long line, String text) {}
