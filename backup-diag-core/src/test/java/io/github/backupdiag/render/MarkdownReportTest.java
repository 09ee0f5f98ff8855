package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  @Test
  void theReportReadsInTheSameOrderAsOnATerminal() {
    assertThat(Samples.everything().as(Renderers.markdown()))
        .containsSubsequence(
            "# Azure VM backup diagnosis\n",
            "> **Danger: ",
            "**Cause: A file system was left frozen** (confirmed, certain)\n",
            "## The error\n",
            "## Evidence\n",
            "## What to do\n",
            "## Other confirmed causes\n",
            "### Cause: Extensions are switched off",
            "#### Consequence: ",
            "## Contradictory",
            "## Not decided",
            "- **A proxy is in the way** (open)\\\n  Reason of proxy-in-the-way\n",
            "## What could not be seen\n",
            "## What was seen\n",
            "Status: partial");
  }

  @Test
  void commandsStandInFencesOfTheirShell() {
    assertThat(Samples.everything().as(Renderers.markdown()))
        .contains("1. Thaw it:\n   ```sh\n   sudo fsfreeze --unfreeze '/data'");
  }

  @Test
  void aTextCannotBecomeMarkup() {
    assertThat(said("# h\n<img src=x> [a](http://b) | `c` **d** _e_ ~~f~~ $g$ &amp;"))
        .contains(
            "- \\#&#8203; h\\\\n&lt;img src=x&gt; \\[a\\](http:&#8203;//b) \\| \\`c\\` \\*\\*d\\*\\*"
                + " \\_e\\_ \\~\\~f\\~\\~ &#36;g&#36; &amp;amp;\n");
  }

  @Test
  void aTextCannotMentionSomebodyOrPointToAnIssue() {
    assertThat(said("@team see #12 and www.example.org"))
        .contains("- @&#8203;team see \\#&#8203;12 and w&#8203;w&#8203;w.example.org\n");
  }

  @Test
  void aTextCannotBeginAListOrARule() {
    assertThat(said("1. one")).contains("- 1\\. one\n");
    assertThat(said("--- two")).contains("- \\--- two\n");
    assertThat(said("=== three")).contains("- \\=== three\n");
    assertThat(said("+ four")).contains("- \\+ four\n");
    assertThat(said("2026 five")).contains("- 2026 five\n");
  }

  @Test
  void blanksAtTheEndsCannotMakeACodeBlockOrEndTheEmphasis() {
    assertThat(titled("    code  ")).contains("**Cause:     code** (confirmed, certain)\n");
    assertThat(said("    code  ")).contains("- code\n");
    assertThat(said("   ")).contains("- &#8203;\n");
  }

  @Test
  void aFenceIsLongerThanAnyFenceInside() {
    assertThat(excerpt("```\n# forged\n`````"))
        .contains("  ``````text\n  ```\n  # forged\n  `````\n  ``````\n");
  }

  @Test
  void aPathMayHoldBackticks() {
    SampleCause cause =
        SampleCause.confirmed("a")
            .evidence(
                io.github.backupdiag.diagnostic.Evidence.of(SampleCause.CONFIG, "s")
                    .withPlace("/tmp/`a``\n# b`", 3));

    assertThat(SampleReport.forError().causes(cause).as(Renderers.markdown()))
        .contains("```/tmp/`a``\\n# b`:3```");
  }

  @Test
  void anEmptyExcerptLeavesTheFenceClosed() {
    assertThat(excerpt("")).contains("  ```text\n\n  ```\n");
  }

  private static String titled(String title) {
    return SampleReport.forError()
        .causes(SampleCause.confirmed("a").title(title))
        .as(Renderers.markdown());
  }

  private static String said(String text) {
    return SampleReport.forError()
        .causes(SampleCause.confirmed("a").evidence(text, "e"))
        .as(Renderers.markdown());
  }

  private static String excerpt(String excerpt) {
    return SampleReport.forError()
        .causes(SampleCause.confirmed("a").evidence("s", excerpt))
        .as(Renderers.markdown());
  }
}
