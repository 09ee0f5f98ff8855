package io.github.backupdiag.internal.render;

import org.jspecify.annotations.Nullable;

/**
 * A step in words.
 *
 * @param number its place in the remedy, from 1
 * @param text the sentence
 * @param shell kind of the command: {@code az}, {@code bash}, {@code powershell}, {@code cmd}
 * @param command the command, or null
 * @param verify what to see afterwards, or null
 */
record Instruction(
    int number, String text, String shell, @Nullable String command, @Nullable String verify) {}
