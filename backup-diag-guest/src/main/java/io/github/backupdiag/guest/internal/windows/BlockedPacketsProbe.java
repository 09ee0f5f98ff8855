package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.BlockedPacket;
import io.github.backupdiag.internal.parse.WindowsEventXml;
import io.github.backupdiag.probe.AccessNeed;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks in the security log for packets to the host address that Windows stopped, whatever filter
 * did it (a part of guest.windows.network.firewall). Their audit is off by default, so that none
 * there says nothing.
 */
public final class BlockedPacketsProbe extends WindowsProbe {

  private static final int MOST = 50;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String SOURCE = "wevtutil Security";
  private static final String LINE =
      "wevtutil.exe qe Security /q:* /f:xml /rd:true /c:" + MOST + " /uni:true";

  /** Made by {@code ServiceLoader}. */
  public BlockedPacketsProbe() {
    super(
        describe("guest.windows.blocked-packets", WindowsNetworkFacts.BLOCKED_PACKETS)
            .withNeeds(GuestFacts.OS, BackupFacts.FAILED_AT)
            .withChecks("guest.windows.network.firewall")
            .withAccessNeeds(AccessNeed.guestCommand(LINE), needs(List.of(Console.CODE_PAGE))[0])
            .withCost(ProbeDescriptor.Cost.EXPENSIVE)
            .withTimeout(TIMEOUT.plusSeconds(10)));
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    return List.of(question(context), Console.CODE_PAGE);
  }

  private static Question<CommandOutput> question(ProbeContext context) {
    return new Question.Command(
        List.of(
            "wevtutil.exe",
            "qe",
            "Security",
            "/q:*[System[(EventID=5152 or EventID=5157) and TimeCreated["
                + EventQuery.time(failedAt(context))
                + "]] and EventData[Data[@Name='DestAddress']='"
                + HostEndpoint.ADDRESS
                + "']]",
            "/f:xml",
            "/rd:true",
            "/c:" + MOST,
            "/uni:true"),
        TIMEOUT);
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Observation<CommandOutput> answer = answers.to(question(context));
    if (!(answer instanceof Observed<CommandOutput> seen) || seen.value().exitStatus() != 0) {
      return Seen.unavailable(WindowsNetworkFacts.BLOCKED_PACKETS, reason(answer));
    }
    List<WindowsEvent> packets =
        WindowsEventXml.parse(Console.text(seen.value(), answers), SOURCE).stream()
            .filter(BlockedPacket::isOfAgent)
            .toList();
    return Observations.builder()
        .observed(WindowsNetworkFacts.BLOCKED_PACKETS, packets, SOURCE)
        .build();
  }

  private static Unavailable<?> reason(Observation<CommandOutput> answer) {
    if (answer instanceof Unavailable<CommandOutput> why) {
      return why;
    }
    int status = answer instanceof Observed<CommandOutput> seen ? seen.value().exitStatus() : -1;
    return new Unavailable<>(
        status == EventQuery.NOT_PERMITTED
            ? UnavailableReason.NOT_PERMITTED
            : UnavailableReason.FAILED,
        answer instanceof Absent
            ? "wevtutil.exe is not there"
            : "wevtutil.exe ended with " + status + " for Security");
  }

  private static @Nullable Instant failedAt(ProbeContext context) {
    return context.get(BackupFacts.FAILED_AT) instanceof Observed<Instant> failed
        ? failed.value()
        : null;
  }
}
