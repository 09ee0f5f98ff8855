package io.github.backupdiag.fact.guest;

/**
 * A comment behind a value in the agent's configuration. Old agents took it for a part of the
 * value.
 *
 * @param file the configuration file
 * @param line line number from 1
 * @param key the setting
 * @param value the value before the comment
 * @param text the whole line, cut at 500 characters
 */
public record InlineComment(String file, int line, String key, String value, String text) {}
