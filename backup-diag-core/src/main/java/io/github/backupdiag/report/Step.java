package io.github.backupdiag.report;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.diagnostic.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A step to take, ready to show: placeholders are filled as far as values are known.
 *
 * @param id {@code remediation/step}
 * @param remediation id of the remediation it belongs to
 * @param kind {@code text}, {@code portal}, {@code az}, {@code powershell}, {@code bash} or {@code
 *     cmd}
 * @param text the sentence
 * @param command the command, or null
 * @param risk risk of the remediation
 * @param verify what to see afterwards, or null
 */
public record Step(
    String id,
    String remediation,
    String kind,
    Phrase text,
    @Nullable String command,
    Remediation.Risk risk,
    @Nullable Phrase verify) {}
