package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GoalStateFiles;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;
import java.util.regex.Pattern;

/** Counts old goal states (guest.linux.agent.stale-goal-state). */
public final class GoalStateFilesProbe implements GuestProbe {

  private static final String FOLDER = AgentConfigFile.DEFAULT_FOLDER;
  private static final Question<PathEntries> FILES = Question.listing(FOLDER + "/*.*.xml");
  private static final Question<PathEntry> FOLDER_ITSELF = Question.stat(FOLDER);
  private static final List<Question<?>> QUESTIONS = List.of(FILES, FOLDER_ITSELF);
  private static final Pattern NUMBER = Pattern.compile("\\.[0-9]");
  private static final String XML = ".xml";

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.goal-state-files", AgentFacts.GOAL_STATE_FILES)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.stale-goal-state")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public GoalStateFilesProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    Unavailable<?> why = Seen.refusal(answers, List.of(FILES));
    if (why != null || Seen.value(answers, FOLDER_ITSELF) == null) {
      return Seen.nothing(AgentFacts.GOAL_STATE_FILES, answers, QUESTIONS, FOLDER);
    }
    List<String> numbered =
        Seen.paths(answers, FILES).stream().filter(GoalStateFilesProbe::isNumbered).toList();
    GoalStateFiles found =
        new GoalStateFiles(FOLDER, numbered.size(), numbered.isEmpty() ? "" : numbered.get(0));
    return Observations.builder().observed(AgentFacts.GOAL_STATE_FILES, found, FOLDER).build();
  }

  private static boolean isNumbered(String path) {
    return path.endsWith(XML)
        && NUMBER
            .matcher(path)
            .region(path.lastIndexOf('/') + 1, path.length() - XML.length())
            .find();
  }
}
