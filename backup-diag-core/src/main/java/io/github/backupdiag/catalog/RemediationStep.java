package io.github.backupdiag.catalog;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step.
 *
 * @param id {@code remediation/step}
 * @param kind {@code text}, {@code portal}, {@code az}, {@code powershell}, {@code bash} or {@code
 *     cmd}
 * @param os systems it is for
 * @param command the command with placeholders {@code {name}}, or null
 */
public record RemediationStep(String id, String kind, Set<Os> os, @Nullable String command) {}
