/** Whether regular expressions take time in proportion to the text, also on hostile text. */
@NullMarked
package io.github.backupdiag.linear;

import org.jspecify.annotations.NullMarked;
