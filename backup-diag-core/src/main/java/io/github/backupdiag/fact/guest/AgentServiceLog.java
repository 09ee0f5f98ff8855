package io.github.backupdiag.fact.guest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the system log says last of the agent's service: it was started, or it was stopped and the
 * log went on without it.
 *
 * @param file the log, as seen in the guest
 * @param line number of the last line about the service, from 1, or 0 if only the end was read
 * @param text that line, cut at 500 characters
 * @param stopped true if the line says that the service was stopped, false if it was started
 * @param at time of that line (UTC), or null if it carries no year or no zone
 * @param after how long the log goes on behind that line; zero if that cannot be told
 */
public record AgentServiceLog(
    String file, long line, String text, boolean stopped, @Nullable Instant at, Duration after) {}
