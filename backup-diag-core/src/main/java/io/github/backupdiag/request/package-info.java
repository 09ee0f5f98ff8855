/**
 * What a caller asks for: the request and the means to cancel it. Knows facts, nothing else of
 * ours.
 */
@NullMarked
package io.github.backupdiag.request;

import org.jspecify.annotations.NullMarked;
