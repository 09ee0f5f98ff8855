package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the agent's folder ({@code Lib.Dir}) and follows links to where it really lies. */
public final class AgentFolderProbe implements GuestProbe {

  private static final List<Question<?>> FIRST =
      Questions.all(List.of(LibDir.CONFIG), parents(AgentConfigFile.DEFAULT_FOLDER));

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-folder", GuestFacts.AGENT_FOLDER)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.conf.lib-dir")
          .withAccessNeeds(Questions.needs(FIRST, LibDir.ANYWHERE));

  /** Made by {@code ServiceLoader}. */
  public AgentFolderProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return FIRST;
    }
    String path = follow(LibDir.configured(soFar), soFar);
    return path == null ? List.of() : Questions.open(parents(path), soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    String path = follow(LibDir.configured(answers), answers);
    if (path != null && Questions.open(parents(path), answers).isEmpty()) {
      return Observations.builder()
          .observed(GuestFacts.AGENT_FOLDER, path, AgentConfigFile.PATH)
          .build();
    }
    return Observations.builder()
        .unavailable(
            GuestFacts.AGENT_FOLDER,
            UnavailableReason.FAILED,
            LibDir.configured(answers) + " lies too deep or behind too many links")
        .build();
  }

  /** Follows the links known so far; null if they lead in a circle or too deep. */
  private static @Nullable String follow(String start, Answers answers) {
    String path = start;
    for (int hops = 0; hops < 40 && LibDir.isNamed(path); hops++) {
      String resolved = followFirst(path, answers);
      if (resolved.equals(path)) {
        return path;
      }
      path = resolved;
    }
    return null;
  }

  private static String followFirst(String path, Answers answers) {
    for (Question<PathEntry> parent : parents(path)) {
      PathEntry entry = Seen.value(answers, parent);
      String target = entry == null ? null : entry.linkTarget();
      if (entry != null && target != null) {
        String prefix = ((Question.Stat) parent).path();
        String base = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        String whole = target.startsWith("/") ? target : base + target;
        return LibDir.normal(whole + path.substring(prefix.length()));
      }
    }
    return path;
  }

  private static List<Question<PathEntry>> parents(String path) {
    List<Question<PathEntry>> parents = new ArrayList<>();
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      parents.add(Question.stat(path.substring(0, slash)));
    }
    parents.add(Question.stat(path));
    return parents;
  }
}
