package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.InlineComment;
import io.github.backupdiag.internal.system.WindowLines;
import java.util.ArrayList;
import java.util.List;

/**
 * An old agent took the comment behind a value of waagent.conf for a part of the value, and ran a
 * command that is none (guest.linux.conf.inline-comments; WALinuxAgent#763). Newer ones cut it off,
 * so only a line of the log that repeats the value convicts.
 */
public final class AgentConfigInlineComments implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.agent.agent-config-inline-comments", "agent-config-inline-comments")
          .needs(AgentFacts.INLINE_COMMENTS)
          .helpful(GuestFacts.AGENT_LOG, BackupFacts.WINDOW, GuestFacts.AGENT_UNIT, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.conf.inline-comments", "guest.linux.agent.log");

  /** Made by {@code ServiceLoader}. */
  public AgentConfigInlineComments() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<InlineComment> comments = facts.value(AgentFacts.INLINE_COMMENTS);
    if (comments == null) {
      return Verdict.inconclusive(Phrase.of("because.agent-config-inline-comments.no-file"));
    }
    if (comments.isEmpty()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              AgentFacts.INLINE_COMMENTS, Phrase.of("evidence.agent-config-inline-comments.none")));
    }
    for (InlineComment comment : comments) {
      List<LogEvent> lines =
          WindowLines.in(
              GuestFacts.AGENT_LOG, facts, event -> isCommand(comment.value(), event.text()));
      if (!lines.isEmpty()) {
        List<Evidence> evidence = new ArrayList<>(List.of(comment(comment)));
        evidence.addAll(
            WindowLines.evidence(
                GuestFacts.AGENT_LOG, lines, "evidence.agent-config-inline-comments.command"));
        return Verdict.likely(When.AT_FAILURE, evidence.toArray(Evidence[]::new))
            .with("path", comment.file())
            .with(UnitName.ARGUMENT, UnitName.of(facts));
      }
    }
    return Verdict.inconclusive(Phrase.of("because.agent-config-inline-comments.no-line"));
  }

  /** The shell did not find the value, as if it were a program. */
  private static boolean isCommand(String value, String line) {
    return line.contains(" " + value + ": not found")
        || line.contains(" " + value + ": command not found");
  }

  private static Evidence comment(InlineComment comment) {
    return Evidence.of(
            AgentFacts.INLINE_COMMENTS,
            Phrase.of("evidence.agent-config-inline-comments.comment", "key", comment.key()))
        .withExcerpt(comment.text())
        .withPlace(comment.file(), comment.line());
  }
}
