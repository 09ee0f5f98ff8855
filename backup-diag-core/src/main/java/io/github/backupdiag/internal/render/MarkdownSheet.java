package io.github.backupdiag.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report in GitHub flavoured Markdown, for tickets. */
public final class MarkdownSheet implements Sheet {

  private static final int DEEPEST_HEADING = 6;

  private final StringBuilder text = new StringBuilder();
  private int level = 1;

  /** Makes an empty sheet; a sheet is for one report. */
  public MarkdownSheet() {
    // Nothing to set.
  }

  @Override
  public void open(String language, String title) {
    heading(MarkdownText.inline(title));
  }

  @Override
  public void answer(Head head) {
    paragraph("**" + headline(head) + "**" + badge(head));
  }

  @Override
  public void say(Tone tone, String sentence) {
    String escaped = MarkdownText.inline(sentence);
    paragraph(
        switch (tone) {
          case DANGER, CAUTION, HEALED -> "> **" + escaped + "**";
          default -> escaped;
        });
  }

  @Override
  public void section(String title, boolean folded) {
    level++;
    heading(MarkdownText.inline(title));
  }

  @Override
  public void cause(Head head) {
    level++;
    heading(headline(head) + badge(head));
  }

  @Override
  public void end() {
    level--;
  }

  @Override
  public void label(String label) {
    level++;
    heading(MarkdownText.inline(label));
    level--;
  }

  @Override
  public void exhibit(Exhibit exhibit) {
    List<String> details = new ArrayList<>();
    if (exhibit.place() != null) {
      details.add(MarkdownText.code(exhibit.place()));
    }
    exhibit.details().forEach(detail -> details.add(MarkdownText.inline(detail)));
    block("- " + MarkdownText.inline(exhibit.text()));
    block("  " + String.join(", ", details));
    if (exhibit.excerpt() != null) {
      fenced("  ", "text", Visible.lines(exhibit.excerpt()));
    }
    text.append('\n');
  }

  @Override
  public void remedy(String title) {
    paragraph("*" + MarkdownText.inline(title) + "*");
  }

  @Override
  public void step(Instruction step) {
    String number = step.number() + ". ";
    String indent = " ".repeat(number.length());
    block(number + MarkdownText.inline(step.text()));
    if (step.command() != null) {
      fenced(indent, language(step.shell()), Visible.line(step.command()));
    }
    if (step.verify() != null) {
      text.append('\n');
      block(indent + MarkdownText.inline(step.verify()));
    }
    text.append('\n');
  }

  @Override
  public void candidate(Head head, List<String> lines) {
    block("- **" + headline(head) + "**" + badge(head) + (lines.isEmpty() ? "" : "\\"));
    for (int i = 0; i < lines.size(); i++) {
      block("  " + MarkdownText.inline(lines.get(i)) + (i < lines.size() - 1 ? "\\" : ""));
    }
  }

  @Override
  public void item(String item) {
    block("- " + MarkdownText.inline(item));
  }

  @Override
  public void foot(List<String> lines) {
    paragraph("---");
    lines.forEach(line -> paragraph(MarkdownText.inline(line)));
  }

  @Override
  public String close() {
    return text.toString();
  }

  private static String language(String shell) {
    return switch (shell) {
      case "powershell" -> "powershell";
      case "cmd" -> "bat";
      default -> "sh";
    };
  }

  private static String headline(Head head) {
    String label = head.label().isEmpty() ? "" : head.label() + ": ";
    return MarkdownText.inline(label + head.title());
  }

  private static String badge(Head head) {
    return head.badge().isEmpty() ? "" : " (" + MarkdownText.inline(head.badge()) + ")";
  }

  private void heading(String escaped) {
    paragraph("#".repeat(Math.min(level, DEEPEST_HEADING)) + " " + escaped);
  }

  /** Writes a block with an empty line before it. */
  private void paragraph(String markdown) {
    if (text.length() > 0 && !text.substring(text.length() - 2).equals("\n\n")) {
      text.append('\n');
    }
    block(markdown + "\n");
  }

  private void block(String markdown) {
    text.append(markdown).append('\n');
  }

  private void fenced(String indent, String language, String code) {
    String fence = MarkdownText.fence(code);
    block(indent + fence + language);
    block(code.lines().map(line -> indent + line).collect(Collectors.joining("\n")));
    block(indent + fence);
  }
}
