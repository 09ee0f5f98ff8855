package io.github.backupdiag.report;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cause in its place.
 *
 * @param id id of the cause
 * @param state what is known of it
 * @param confidence how sure a confirmation is, else null
 * @param healed true if it held at the failure and no longer does
 * @param danger true if it leaves a file system frozen or loses data
 * @param explainedBy id of the confirmed cause that brings this one about, or null
 * @param title its title
 * @param because why it stands in this place
 * @param evidence what speaks for and against it
 * @param steps what to do; empty when it is ruled out, and in a health check when nothing points to
 *     it
 */
public record RankedCause(
    String id,
    CauseState state,
    @Nullable Confidence confidence,
    boolean healed,
    boolean danger,
    @Nullable String explainedBy,
    Phrase title,
    Phrase because,
    List<Reason> evidence,
    List<Step> steps) {}
