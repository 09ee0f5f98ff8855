/** Pure parsers: any bytes give values, never an exception. They know files, not connections. */
@NullMarked
package io.github.backupdiag.internal.parse;

import org.jspecify.annotations.NullMarked;
