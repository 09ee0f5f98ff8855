package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.fact.guest.Handlers;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.HandlerStatusFiles;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks at the folders of all extensions and at what the agent reports of them
 * (guest.any.extension.others, guest.linux.extension.wrong-os).
 */
public final class HandlersProbe implements GuestProbe {

  private static final List<Question<?>> FIRST = List.of(LibDir.CONFIG);
  private static final Pattern FOLDER =
      Pattern.compile("[A-Za-z]\\w*+(?:\\.\\w++)++-\\d++(?:\\.\\d++){1,4}+");

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.extension-handlers", ExtensionFacts.HANDLERS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.any.extension.others", "guest.linux.extension.wrong-os")
          .withAccessNeeds(Questions.needs(FIRST, LibDir.ANYWHERE));

  /** Made by {@code ServiceLoader}. */
  public HandlersProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  /** Where to look, by the agent's folder. */
  private record Places(
      Question<PathEntries> folders, Question<FileContents> states, Question<FileContent> report) {

    static Places of(Answers answers) {
      String below = LibDir.below(answers);
      return new Places(
          Question.listing(below + "*"),
          new Question.Files(below + "*/config/HandlerStatus", 100, 1 << 16),
          Question.file(below + "waagent_status.json"));
    }

    List<Question<?>> all() {
      return List.of(folders, states, report);
    }
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return soFar.questions().isEmpty()
        ? FIRST
        : Questions.open(LibDir.named(Places.of(soFar).all()), soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    Places places = Places.of(answers);
    PathEntries listed = Seen.value(answers, places.folders);
    if (listed == null) {
      return answers.questions().contains(places.folders)
          ? Seen.nothing(
              ExtensionFacts.HANDLERS, answers, List.of(places.folders), LibDir.below(answers))
          : Seen.unavailable(
              ExtensionFacts.HANDLERS,
              new Unavailable<>(
                  UnavailableReason.FAILED, LibDir.below(answers) + " lies too deep"));
    }
    List<String> folders =
        Seen.paths(answers, places.folders).stream().filter(HandlersProbe::isHandler).toList();
    return Observations.builder()
        .observed(
            ExtensionFacts.HANDLERS,
            new Handlers(folders, reports(answers, places), listed.complete()),
            LibDir.below(answers))
        .build();
  }

  private static boolean isHandler(String path) {
    return FOLDER.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }

  /** The report on all of them, else the states one by one. */
  private static List<HandlerReport> reports(Answers answers, Places places) {
    FileContent report = Seen.value(answers, places.report);
    List<HandlerReport> reports = report == null ? List.of() : HandlerStatusFiles.all(report);
    FileContents states = Seen.value(answers, places.states);
    if (!reports.isEmpty() || states == null) {
      return reports;
    }
    List<HandlerReport> single = new ArrayList<>();
    for (FileContent state : states.files()) {
      HandlerReport one = HandlerStatusFiles.one(state);
      if (one != null) {
        single.add(one);
      }
    }
    return single;
  }
}
