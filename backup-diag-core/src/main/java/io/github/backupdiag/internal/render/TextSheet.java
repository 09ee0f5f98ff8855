package io.github.backupdiag.internal.render;

import java.util.ArrayList;
import java.util.List;

/** A report on a terminal. */
public final class TextSheet implements Sheet {

  private static final String INDENT = "  ";

  private static final int DEEPEST = 8;

  private final boolean colour;
  private final int columns;
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean underLabel;
  private int labelEnd;

  /** Makes an empty sheet; a sheet is for one report. */
  public TextSheet(boolean colour, int columns) {
    this.colour = colour;
    this.columns = columns;
  }

  @Override
  public void open(String language, String title) {
    // A terminal needs no title.
  }

  @Override
  public void answer(Head head) {
    flow(head.tone(), "", headline(head));
  }

  @Override
  public void say(Tone tone, String sentence) {
    flow(tone, "", sentence);
  }

  @Override
  public void section(String title, boolean folded) {
    underLabel = false;
    blank();
    flow(Tone.ANSWER, "", title);
    depth++;
  }

  @Override
  public void cause(Head head) {
    if (underLabel) {
      underLabel = false;
      blank();
    }
    flow(head.tone(), "", headline(head));
    depth++;
  }

  @Override
  public void end() {
    underLabel = false;
    depth--;
    blank();
  }

  @Override
  public void label(String label) {
    underLabel = false;
    blank();
    flow(Tone.ANSWER, "", label);
    underLabel = true;
    labelEnd = text.length();
  }

  @Override
  public void exhibit(Exhibit exhibit) {
    flow(Tone.PLAIN, exhibit.against() ? "- " : "+ ", exhibit.text());
    depth++;
    List<String> details = new ArrayList<>(exhibit.details());
    if (exhibit.place() != null) {
      details.add(0, exhibit.place());
    }
    flow(Tone.MUTED, "", String.join(", ", details));
    if (exhibit.excerpt() != null) {
      for (String line : Visible.lines(exhibit.excerpt()).split("\n", -1)) {
        Columns.cut(line, columns - indent().length() - 2).forEach(piece -> line("| " + piece));
      }
    }
    depth--;
  }

  @Override
  public void remedy(String title) {
    if (text.length() > labelEnd) {
      blank();
    }
    flow(Tone.PLAIN, "", title);
  }

  @Override
  public void step(Instruction step) {
    String number = step.number() + ". ";
    flow(Tone.PLAIN, number, step.text());
    String below = " ".repeat(number.length());
    if (step.command() != null) {
      line(below + INDENT + prompt(step.shell()) + Visible.line(step.command()));
    }
    if (step.verify() != null) {
      flow(Tone.PLAIN, below, step.verify());
    }
  }

  @Override
  public void candidate(Head head, List<String> lines) {
    flow(Tone.PLAIN, "- ", headline(head));
    lines.forEach(line -> flow(Tone.MUTED, INDENT, line));
  }

  @Override
  public void item(String item) {
    flow(Tone.PLAIN, "- ", item);
  }

  @Override
  public void foot(List<String> lines) {
    underLabel = false;
    blank();
    lines.forEach(line -> flow(Tone.MUTED, "", line));
  }

  @Override
  public String close() {
    return text.toString();
  }

  private static String prompt(String shell) {
    return switch (shell) {
      case "powershell" -> "PS> ";
      case "cmd" -> "> ";
      default -> "$ ";
    };
  }

  private static String headline(Head head) {
    String label = head.label().isEmpty() ? "" : head.label() + ": ";
    String badge = head.badge().isEmpty() ? "" : " (" + head.badge() + ")";
    return label + head.title() + badge;
  }

  /** Writes a paragraph; its further lines stand under the first one's text. */
  private void flow(Tone tone, String mark, String sentence) {
    int room = columns - indent().length() - mark.length();
    String start = mark;
    for (String line : Columns.wrap(Visible.line(sentence), room)) {
      line(start + painted(tone, line));
      start = " ".repeat(mark.length());
    }
  }

  private void line(String line) {
    text.append(indent()).append(line).append('\n');
  }

  private void blank() {
    int length = text.length();
    if (length > 1 && text.charAt(length - 2) != '\n') {
      text.append('\n');
    }
  }

  private String indent() {
    return INDENT.repeat(Math.min(underLabel ? depth + 1 : depth, DEEPEST));
  }

  private String painted(Tone tone, String line) {
    String code =
        switch (tone) {
          case PLAIN -> "";
          case ANSWER -> "1";
          case DANGER -> "1;31";
          case CAUTION -> "33";
          case HEALED -> "32";
          case MUTED -> "2";
        };
    return colour && !code.isEmpty() ? "\u001b[" + code + "m" + line + "\u001b[0m" : line;
  }
}
