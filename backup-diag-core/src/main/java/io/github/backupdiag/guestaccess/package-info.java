/**
 * How a guest is asked: questions that only read, their answers, and the connection that answers
 * them on a live machine, on a copy of its disk, or from a script. Knows facts only.
 */
@NullMarked
package io.github.backupdiag.guestaccess;

import org.jspecify.annotations.NullMarked;
