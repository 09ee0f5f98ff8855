/**
 * Puts the milestones of a backup in order: which lines of which logs are one run, how far it got,
 * and where it stopped. What the stages are is data ({@code stages.json}).
 */
@NullMarked
package io.github.backupdiag.internal.timeline;

import org.jspecify.annotations.NullMarked;
