/** Shows reports: JSON, text, Markdown, HTML. A renderer never judges. */
@NullMarked
package io.github.backupdiag.render;

import org.jspecify.annotations.NullMarked;
