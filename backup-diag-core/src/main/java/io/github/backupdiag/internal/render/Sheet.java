package io.github.backupdiag.internal.render;

import java.util.List;

/**
 * A report for people being written in one format. {@link Pages} says what comes when; a sheet
 * knows how it looks and escapes what it is given.
 */
interface Sheet {

  /** Begins. */
  void open(String language, String title);

  /** Writes what is to be read first. */
  void answer(Head head);

  /** Writes a sentence. */
  void say(Tone tone, String sentence);

  /** Begins a section; a folded one may be hidden until asked for. */
  void section(String title, boolean folded);

  /** Begins a cause within a section or within another cause. */
  void cause(Head head);

  /** Ends a section or a cause. */
  void end();

  /** Writes a headline within a cause. */
  void label(String label);

  /** Writes a piece of evidence. */
  void exhibit(Exhibit exhibit);

  /** Writes the title of a remedy. */
  void remedy(String title);

  /** Writes a step of a remedy. */
  void step(Instruction step);

  /** Writes a cause that is not decided into a list, with the reason for its place. */
  void candidate(Head head, List<String> lines);

  /** Writes an entry of a list. */
  void item(String text);

  /** Shows a picture of what was said, where there are pictures. */
  default void drawing(TimelineDrawing drawing) {}

  /** Writes the last lines. */
  void foot(List<String> lines);

  /** Ends and gives the whole. */
  String close();
}
