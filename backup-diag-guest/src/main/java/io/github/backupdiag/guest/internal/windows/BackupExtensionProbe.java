package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.Folder;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.State;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.AgentRegistry;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the backup extension on disk and in the registry (guest.windows.plugin.present,
 * guest.windows.plugin.manifest).
 */
public final class BackupExtensionProbe extends WindowsProbe {

  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure\\HandlerState";
  private static final String PLUGIN = "C:/Packages/Plugins/" + WindowsBackupExtension.HANDLER;
  private static final Question<RegistryKey> HANDLERS = Question.registry(KEY, 1);
  private static final Question<PathEntries> FOLDERS = Question.listing(PLUGIN + "/*");
  private static final Question<PathEntries> FILES = Question.listing(PLUGIN + "/*/*");
  private static final List<Question<?>> QUESTIONS =
      List.of(HANDLERS, FOLDERS, FILES, WholeWindows.KERNEL);

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionProbe() {
    super(
        describe("guest.windows.backup-extension", WindowsAgentFacts.BACKUP_EXTENSION)
            .withChecks("guest.windows.plugin.present", "guest.windows.plugin.manifest")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    RegistryKey handlers = Seen.value(answers, HANDLERS);
    List<Folder> folders = new ArrayList<>();
    for (String path : Seen.paths(answers, FOLDERS)) {
      folders.add(folder(path, answers));
    }
    List<State> states = handlers == null ? List.of() : AgentRegistry.states(KEY, handlers);
    Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
    if (why != null) {
      return Seen.unavailable(WindowsAgentFacts.BACKUP_EXTENSION, why);
    }
    if (!WholeWindows.isSeen(answers)) {
      return Seen.unavailable(WindowsAgentFacts.BACKUP_EXTENSION, WholeWindows.part(answers));
    }
    return folders.isEmpty() && states.isEmpty()
        ? Observations.builder().absent(WindowsAgentFacts.BACKUP_EXTENSION, PLUGIN).build()
        : Observations.builder()
            .observed(
                WindowsAgentFacts.BACKUP_EXTENSION,
                new WindowsBackupExtension(folders, states),
                PLUGIN)
            .build();
  }

  private static Folder folder(String path, Answers answers) {
    boolean manifest =
        Seen.paths(answers, FILES).stream()
            .anyMatch(file -> file.equalsIgnoreCase(path + "/HandlerManifest.json"));
    boolean files =
        Seen.paths(answers, FILES).stream()
            .anyMatch(file -> file.regionMatches(true, 0, path + "/", 0, path.length() + 1));
    return new Folder(path.substring(path.lastIndexOf('/') + 1), path, manifest, files);
  }
}
