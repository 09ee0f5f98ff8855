package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.FoundSid;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks whether the accounts of Windows itself stand in the rights of folders, by their identifiers
 * (guest.windows.acl.machine-keys, guest.windows.acl.agent-folders, guest.windows.acl.volume-root).
 */
public final class FolderRightsProbe extends WindowsProbe {

  private static final String CRYPTO = "C:\\ProgramData\\Microsoft\\Crypto\\";
  private static final String MACHINE_KEYS = CRYPTO + "RSA\\MachineKeys";
  private static final String ROOT = "C:\\";
  private static final List<String> OF_THE_SYSTEM =
      List.of(
          CRYPTO + "RSA",
          CRYPTO + "Keys",
          CRYPTO + "SystemKeys",
          "C:\\WindowsAzure",
          "C:\\Packages");
  private static final List<Question.Command> FIRST =
      Stream.concat(
              Stream.of(
                  command(MACHINE_KEYS, FolderRight.EVERYONE),
                  command(MACHINE_KEYS, FolderRight.ADMINISTRATORS),
                  command(ROOT, FolderRight.SYSTEM),
                  command(ROOT, FolderRight.ADMINISTRATORS)),
              OF_THE_SYSTEM.stream().map(path -> command(path, FolderRight.SYSTEM)))
          .toList();
  private static final List<Question.Command> SECOND =
      OF_THE_SYSTEM.stream().map(path -> command(path, FolderRight.ADMINISTRATORS)).toList();

  /** Made by {@code ServiceLoader}. */
  public FolderRightsProbe() {
    super(
        describe("guest.windows.folder-rights", WindowsAgentFacts.FOLDER_RIGHTS)
            .withChecks(
                "guest.windows.acl.machine-keys",
                "guest.windows.acl.agent-folders",
                "guest.windows.acl.volume-root")
            .withAccessNeeds(needs(Questions.all(FIRST, SECOND))));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    if (!isLive(context)) {
      return List.of();
    }
    return soFar.questions().isEmpty()
        ? FIRST
        : SECOND.stream().filter(next -> isNeeded(next, soFar)).toList();
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<FolderRight> rights = new ArrayList<>();
    for (Question.Command asked : Stream.concat(FIRST.stream(), SECOND.stream()).toList()) {
      CommandOutput output = Seen.value(answers, asked);
      if (output != null && output.exitStatus() == 0 && output.out().length > 0) {
        boolean listed = FoundSid.in(asked.argv().get(1), output.out());
        rights.add(new FolderRight(path(asked), asked.argv().get(3).substring(1), listed));
      }
    }
    if (!rights.isEmpty()) {
      return Observations.builder()
          .observed(WindowsAgentFacts.FOLDER_RIGHTS, rights, "icacls.exe")
          .build();
    }
    Unavailable<?> why = Seen.refusal(answers, FIRST);
    return Seen.unavailable(
        WindowsAgentFacts.FOLDER_RIGHTS,
        why == null ? WholeWindows.notRecorded("no answer of icacls.exe") : why);
  }

  /** The system is a member of the administrators: where it is not named, they may be. */
  private static boolean isNeeded(Question.Command next, Answers soFar) {
    CommandOutput system = Seen.value(soFar, command(next.argv().get(1), FolderRight.SYSTEM));
    return system != null
        && system.exitStatus() == 0
        && !FoundSid.in(next.argv().get(1), system.out());
  }

  private static String path(Question.Command asked) {
    return asked.argv().get(1).replace('\\', '/');
  }

  private static Question.Command command(String path, String sid) {
    return new Question.Command(
        List.of("icacls.exe", path, "/findsid", "*" + sid), Duration.ofSeconds(10));
  }
}
