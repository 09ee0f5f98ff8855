package io.github.backupdiag.internal.render;

/** How a piece of a report is meant to strike the eye. Never carries meaning alone. */
enum Tone {
  /** Nothing special. */
  PLAIN,
  /** The answer itself. */
  ANSWER,
  /** Something is being damaged. */
  DANGER,
  /** Read this before going on. */
  CAUTION,
  /** It is over. */
  HEALED,
  /** Only for those who look closer. */
  MUTED
}
