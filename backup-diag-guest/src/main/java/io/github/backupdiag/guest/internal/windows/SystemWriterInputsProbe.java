package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.guest.OddImagePath;
import io.github.backupdiag.fact.guest.SystemWriterInputs;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ImagePaths;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what System Writer has to list (guest.windows.system-writer-inputs): the paths of all
 * services and drivers, and the temporary folders of ASP.NET.
 */
public final class SystemWriterInputsProbe extends WindowsProbe {

  private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services";
  private static final int MOST_VALUES = 40_000;
  private static final int MOST_ODD = 20;
  private static final Question<RegistryKey> SERVICES = new Question.Registry(KEY, 1, MOST_VALUES);
  private static final List<Question<PathEntries>> FOLDERS =
      Stream.of("*", "*/*").map(SystemWriterInputsProbe::folders).toList();
  private static final List<Question<?>> QUESTIONS = Questions.all(List.of(SERVICES), FOLDERS);

  /** Made by {@code ServiceLoader}. */
  public SystemWriterInputsProbe() {
    super(
        describe("guest.windows.system-writer-inputs", WindowsVssFacts.SYSTEM_WRITER_INPUTS)
            .withChecks("guest.windows.system-writer-inputs")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  private static Question<PathEntries> folders(String below) {
    return new Question.Listing(
        "C:/Windows/Microsoft.NET/Framework*/v*/Temporary ASP.NET Files/" + below,
        SystemWriterInputs.MOST_FOLDERS + 1);
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    RegistryKey services = Seen.value(answers, SERVICES);
    Integer folders = count(answers);
    if (services == null && folders == null) {
      return Seen.nothing(WindowsVssFacts.SYSTEM_WRITER_INPUTS, answers, QUESTIONS, KEY);
    }
    SystemWriterInputs inputs =
        new SystemWriterInputs(
            services == null ? List.of() : odd(services),
            services != null && services.complete(),
            folders);
    return Observations.builder()
        .observed(WindowsVssFacts.SYSTEM_WRITER_INPUTS, inputs, KEY)
        .build();
  }

  private static List<OddImagePath> odd(RegistryKey services) {
    return services.keys().stream()
        .map(SystemWriterInputsProbe::one)
        .filter(Objects::nonNull)
        .limit(MOST_ODD)
        .toList();
  }

  private static @Nullable OddImagePath one(RegistryKey service) {
    String path = service.text("ImagePath").orElse(null);
    return path == null ? null : ImagePaths.judge(service.name(), path);
  }

  /** Null if neither listing could be made. */
  private static @Nullable Integer count(Answers answers) {
    int count = 0;
    boolean seen = false;
    for (Question<PathEntries> listing : FOLDERS) {
      PathEntries entries = Seen.value(answers, listing);
      seen |= entries != null || answers.to(listing) instanceof Absent;
      count +=
          entries == null
              ? 0
              : (int)
                  entries.entries().stream()
                      .filter(entry -> entry.type() == PathEntry.Type.DIRECTORY)
                      .count();
    }
    return seen ? count : null;
  }
}
