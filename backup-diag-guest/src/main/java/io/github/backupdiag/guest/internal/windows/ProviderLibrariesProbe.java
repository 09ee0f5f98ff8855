package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.LibraryFile;
import io.github.backupdiag.fact.guest.ProviderLibraries;
import io.github.backupdiag.fact.guest.RuntimeLibraries;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.Folder;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.PeFile;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads word size and version of the snapshot provider's library and of the runtime that it needs
 * (guest.windows.plugin.provider-dll). The check of the articles, to load it with {@code regsvr32},
 * would change the guest and is left out.
 */
public final class ProviderLibrariesProbe extends WindowsProbe {

  private static final String PLUGIN = "C:/Packages/Plugins/" + WindowsBackupExtension.HANDLER;

  /** The libraries have about one megabyte; their headers lie at the beginning. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int MOST_FILES = 12;

  /** What is shorter is a placeholder of a collection. */
  private static final int SHORTEST = 1024;

  private static final List<String> NAMES =
      Stream.concat(Stream.of(ProviderLibraries.NAME), RuntimeLibraries.NAMES.stream()).toList();
  private static final List<Question<FileContents>> OF_SYSTEM =
      RuntimeLibraries.NAMES.stream()
          .map(name -> files(RuntimeLibraries.FOLDER + "/" + name))
          .toList();

  /** Made by {@code ServiceLoader}. */
  public ProviderLibrariesProbe() {
    super(
        describe("guest.windows.provider-libraries", WindowsAgentFacts.PROVIDER_LIBRARIES)
            .withNeeds(GuestFacts.OS, WindowsAgentFacts.BACKUP_EXTENSION)
            .withChecks("guest.windows.plugin.provider-dll")
            .withAccessNeeds(Questions.needs(OF_SYSTEM, globs(PLUGIN + "/*"))));
  }

  private static List<String> globs(String folder) {
    return NAMES.stream().flatMap(n -> Stream.of(folder + "/" + n, folder + "/*/" + n)).toList();
  }

  private static Question<FileContents> files(String glob) {
    return new Question.Files(glob, MOST_FILES, MOST_BYTES);
  }

  private static List<Question<FileContents>> ofExtension(Folder folder) {
    return globs(folder.path()).stream().map(ProviderLibrariesProbe::files).toList();
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    Folder folder = folder(context);
    return folder == null ? List.of() : Questions.all(ofExtension(folder), OF_SYSTEM);
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Folder folder = folder(context);
    if (folder == null) {
      return context.get(WindowsAgentFacts.BACKUP_EXTENSION) instanceof Unavailable<?> why
          ? Seen.unavailable(WindowsAgentFacts.PROVIDER_LIBRARIES, why)
          : Observations.builder().absent(WindowsAgentFacts.PROVIDER_LIBRARIES, PLUGIN).build();
    }
    List<LibraryFile> own = libraries(answers, ofExtension(folder));
    Map<Boolean, List<LibraryFile>> parted =
        own.stream()
            .collect(
                Collectors.partitioningBy(
                    file -> file.name().equalsIgnoreCase(ProviderLibraries.NAME)));
    List<LibraryFile> runtimes = new ArrayList<>(libraries(answers, OF_SYSTEM));
    runtimes.addAll(parted.getOrDefault(false, List.of()));
    List<LibraryFile> providers = parted.getOrDefault(true, List.of());
    Unavailable<?> why = Seen.refusal(answers, Questions.all(ofExtension(folder), OF_SYSTEM));
    return why != null && providers.isEmpty() && runtimes.isEmpty()
        ? Seen.unavailable(WindowsAgentFacts.PROVIDER_LIBRARIES, why)
        : Observations.builder()
            .observed(
                WindowsAgentFacts.PROVIDER_LIBRARIES,
                new ProviderLibraries(folder.path(), providers, runtimes),
                folder.path())
            .build();
  }

  private static @Nullable Folder folder(ProbeContext context) {
    return context.get(WindowsAgentFacts.BACKUP_EXTENSION)
            instanceof Observed<WindowsBackupExtension> extension
        ? extension.value().enabled()
        : null;
  }

  private static List<LibraryFile> libraries(
      Answers answers, List<Question<FileContents>> questions) {
    List<LibraryFile> found = new ArrayList<>();
    for (Question<FileContents> question : questions) {
      FileContents files = Seen.value(answers, question);
      for (FileContent file : files == null ? List.<FileContent>of() : files.files()) {
        if (file.size() >= SHORTEST) {
          PeFile library = PeFile.of(file.bytes());
          found.add(
              library == null
                  ? new LibraryFile(file.path(), 0, "")
                  : new LibraryFile(file.path(), library.bits(), library.version()));
        }
      }
    }
    return found;
  }
}
