package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host answered the failed job, so the way to it was open, whatever the error code says. Good
 * answers stand in extension.log ({@code PreSnapshot: Status Code: 200}) and in the status of the
 * run; the agent's log counts from the moment on at which the extension gave up. A call that fails
 * later takes the answer back.
 */
public final class HostAnsweredInJob implements Diagnostic {

  private static final Set<String> GAVE_UP = Set.of("ext-no-network", "ext-host-remote-error");
  private static final Set<String> ANSWERS = Set.of("ext-presnapshot-200");
  private static final Set<String> FAILED_CALLS =
      Set.of(
          "ext-presnapshot-wrong-wire",
          "ext-dosnapshot-wrong-wire",
          "ext-presnapshot-exception",
          "ext-dosnapshot-exception",
          "ext-presnapshot-parse",
          "ext-http-failed",
          "ext-http-none");

  private static final Set<String> AGENT_ANSWERS =
      Set.of("wa-gs-new-incarnation", "wa-gs-new-vmsettings", "wa-gs-recovered");
  private static final Set<String> AGENT_FAILED_CALLS =
      Set.of(
          "wa-http-failed",
          "wa-errno-101",
          "wa-errno-104",
          "wa-errno-110",
          "wa-errno-111",
          "wa-errno-113",
          "wa-gs-still-failing",
          "wa-gs-error-fetching",
          "wa-gs-fetch-failed",
          "wa-wire-exception");

  private static final String LINE = "evidence.host-answered-in-job.line";

  /** Answers of the host, good or bad; 555 and 558 stand for none (errors-numeric.json). */
  private static final Set<Long> ANSWER_CODES = Set.of(200L, 201L, 556L, 557L);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.host-answered-in-job", "host-endpoint-unreachable")
          .helpful(
              GuestFacts.EXTENSION_LOG,
              GuestFacts.AGENT_LOG,
              ExtensionFacts.STATUS,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.log", "guest.linux.extension.status");

  /** Made by {@code ServiceLoader}. */
  public HostAnsweredInJob() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> answers = new ArrayList<>(ofExtension(facts));
    answers.addAll(ofAgent(facts));
    answers.addAll(ofStatus(facts));
    return answers.isEmpty() || isTakenBack(answers, facts)
        ? Verdict.notApplicable(Phrase.of("because.host-answered-in-job.not-told"))
        : Verdict.ruledOut(When.AT_FAILURE, answers.toArray(Evidence[]::new));
  }

  private static List<Evidence> ofExtension(Facts facts) {
    JobLines lines = JobLines.of(facts, GuestFacts.EXTENSION_LOG);
    LogEvent answer = lines.newest(ANSWERS);
    return answer == null || JobLines.isAfter(lines.newest(FAILED_CALLS), answer)
        ? List.of()
        : List.of(lines.evidence(answer, LINE));
  }

  private static List<Evidence> ofAgent(Facts facts) {
    LogEvent gaveUp = JobLines.of(facts, GuestFacts.EXTENSION_LOG).newest(GAVE_UP);
    JobLines lines = JobLines.of(facts, GuestFacts.AGENT_LOG);
    LogEvent answer = lines.newest(AGENT_ANSWERS);
    return answer == null || gaveUp == null || !JobLines.isAfter(answer, gaveUp)
        ? List.of()
        : List.of(lines.evidence(answer, LINE));
  }

  private static List<Evidence> ofStatus(Facts facts) {
    ExtensionStatus status = facts.value(ExtensionFacts.STATUS);
    Long code = toldByStatus(facts);
    return status == null || code == null || !ANSWER_CODES.contains(code)
        ? List.of()
        : List.of(
            Evidence.of(
                    ExtensionFacts.STATUS,
                    Phrase.of("evidence.host-answered-in-job.status", "code", code.toString()))
                .withPlace(status.file(), 0)
                .withTime(status.at()));
  }

  /** What the status of the run says of the last call, or null. */
  private static @Nullable Long toldByStatus(Facts facts) {
    ExtensionStatus status = facts.value(ExtensionFacts.STATUS);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    Outcome outcome = status == null ? null : status.outcome();
    if (status == null || outcome == null || window == null || !window.contains(status.at())) {
      return null;
    }
    Long answer = outcome.hostAnswer();
    return answer == null ? outcome.hostCheck() : answer;
  }

  /** The status knows of a call without an answer, or the agent failed after the last answer. */
  private static boolean isTakenBack(List<Evidence> answers, Facts facts) {
    Long told = toldByStatus(facts);
    LogEvent failed =
        JobLines.of(facts, GuestFacts.AGENT_LOG)
            .newest(AGENT_FAILED_CALLS, HostAnsweredInJob::isOfHost);
    Instant at = failed == null ? null : failed.time();
    boolean failedLater =
        at != null
            && answers.stream()
                .map(Evidence::time)
                .allMatch(time -> time == null || time.isBefore(at));
    return failedLater || (told != null && !ANSWER_CODES.contains(told));
  }

  private static boolean isOfHost(LogEvent event) {
    return event.signature().startsWith("wa-gs-")
        || event.signature().startsWith("wa-wire-")
        || event.text().contains(HostEndpoint.ADDRESS);
  }
}
