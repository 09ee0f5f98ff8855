/**
 * For authors of rules, probes and catalogs: tries them as the engine does, on scripted facts and
 * scripted guests. Needs no test framework: what is wrong is an {@link AssertionError} that names
 * the rule or probe, what was expected and what was found.
 */
@NullMarked
package io.github.backupdiag.testkit;

import org.jspecify.annotations.NullMarked;
