package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.FreezeHelper;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.ElfHeader;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the program of the extension that freezes (guest.linux.freeze.helper-binary). */
public final class FreezeHelperProbe implements GuestProbe {

  private static final String PROGRAMS = "/main/*";

  /** Programs that every version of the package has, among them the one that runs the helper. */
  private static final List<String> PACKAGE = List.of("handle.sh", "handle.py", "fsfreezer.py");

  private static final String HELPERS = "/main/safefreeze*/bin/safefreeze";
  private static final String CONFIGS = "/config";

  /** Programs that every guest has and that are built for it. */
  private static final List<Question<FileContent>> OWN_PROGRAMS =
      Stream.of("/bin/sh", "/usr/bin/env", "/bin/bash", "/usr/bin/bash", "/bin/busybox")
          .map(FreezeHelperProbe::head)
          .toList();

  private static final List<Question<?>> FIRST =
      Questions.all(List.of(LibDir.CONFIG), OWN_PROGRAMS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.freeze-helper", SnapshotFacts.FREEZE_HELPER)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.freeze.helper-binary")
          .withAccessNeeds(Questions.needs(FIRST, LibDir.ANYWHERE));

  /** Made by {@code ServiceLoader}. */
  public FreezeHelperProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return soFar.questions().isEmpty() ? FIRST : Questions.open(folders(soFar), soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    String folder = current(answers);
    if (folder == null) {
      return Seen.nothing(
          SnapshotFacts.FREEZE_HELPER, answers, folders(answers), LibDir.configured(answers));
    }
    FreezeHelper helper = helper(folder, answers);
    return Observations.builder()
        .observed(SnapshotFacts.FREEZE_HELPER, helper, helper.path())
        .build();
  }

  private static FreezeHelper helper(String folder, Answers answers) {
    String guest =
        OWN_PROGRAMS.stream()
            .map(program -> Seen.value(answers, program))
            .filter(Objects::nonNull)
            .map(file -> ElfHeader.architecture(file.bytes()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    String path =
        folder + "/main/safefreeze" + ("arm64".equals(guest) ? "Arm64" : "") + "/bin/safefreeze";
    PathEntry entry =
        entries(answers, HELPERS).stream()
            .filter(e -> e.path().equals(path) && e.type() != PathEntry.Type.DIRECTORY)
            .findFirst()
            .orElse(null);
    // A copy with a file or two is no package from which one program was deleted.
    boolean complete =
        entries(answers, PROGRAMS).stream()
            .map(PathEntry::path)
            .collect(Collectors.toSet())
            .containsAll(PACKAGE.stream().map(name -> folder + "/main/" + name).toList());
    return new FreezeHelper(
        path,
        entry != null,
        complete && wasWhollyRead(answers),
        architecture(path, answers),
        guest,
        entry == null || entry.type() != PathEntry.Type.FILE ? null : entry.mode());
  }

  private static @Nullable String architecture(String path, Answers answers) {
    Question<FileContents> question = heads(answers);
    FileContents heads = question == null ? null : Seen.value(answers, question);
    for (FileContent file : heads == null ? List.<FileContent>of() : heads.files()) {
      if (file.path().equals(path)) {
        return ElfHeader.architecture(file.bytes());
      }
    }
    return null;
  }

  /** The newest version that was set up, else the newest that was unpacked. */
  private static @Nullable String current(Answers answers) {
    Set<String> unpacked = folders(entries(answers, PROGRAMS));
    Set<String> setUp = folders(entries(answers, CONFIGS));
    setUp.retainAll(unpacked);
    return ExtensionFolders.newest(setUp.isEmpty() ? unpacked : setUp);
  }

  private static Set<String> folders(List<PathEntry> entries) {
    Set<String> folders = new TreeSet<>();
    entries.forEach(entry -> folders.add(ExtensionFolders.of(entry.path())));
    return folders;
  }

  private static boolean wasWhollyRead(Answers answers) {
    Question<PathEntries> helpers = listing(answers, HELPERS);
    if (helpers == null || Seen.refusal(answers, List.of(helpers)) != null) {
      return false;
    }
    PathEntries found = Seen.value(answers, helpers);
    return found == null || found.complete();
  }

  private static List<PathEntry> entries(Answers answers, String below) {
    Question<PathEntries> question = listing(answers, below);
    PathEntries found = question == null ? null : Seen.value(answers, question);
    return found == null ? List.of() : found.entries();
  }

  private static List<Question<?>> folders(Answers answers) {
    List<Question<?>> questions = new ArrayList<>();
    Stream.of(PROGRAMS, HELPERS, CONFIGS)
        .map(below -> listing(answers, below))
        .filter(Objects::nonNull)
        .forEach(questions::add);
    Question<FileContents> heads = heads(answers);
    if (heads != null) {
      questions.add(heads);
    }
    return questions;
  }

  private static @Nullable Question<PathEntries> listing(Answers answers, String below) {
    String glob = ExtensionFolders.glob(answers, below);
    return glob == null ? null : Question.listing(glob);
  }

  private static @Nullable Question<FileContents> heads(Answers answers) {
    String glob = ExtensionFolders.glob(answers, HELPERS);
    return glob == null ? null : new Question.Files(glob, 100, ElfHeader.LENGTH);
  }

  private static Question<FileContent> head(String path) {
    return new Question.File(path, ElfHeader.LENGTH, Question.Part.HEAD);
  }
}
