/** What rules about one Windows service share; the rules stand with the topic of their cause. */
@NullMarked
package io.github.backupdiag.internal.service;

import org.jspecify.annotations.NullMarked;
