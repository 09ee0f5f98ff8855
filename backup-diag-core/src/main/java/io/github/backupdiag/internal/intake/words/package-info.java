/** Words of languages, whatever the text is about. Knows nothing of causes and codes. */
@NullMarked
package io.github.backupdiag.internal.intake.words;

import org.jspecify.annotations.NullMarked;
