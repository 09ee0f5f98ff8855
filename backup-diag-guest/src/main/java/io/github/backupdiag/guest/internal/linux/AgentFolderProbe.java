package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.internal.parse.AgentConfigFile;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the agent's folder ({@code Lib.Dir}) and follows links to where it really lies. */
public final class AgentFolderProbe implements GuestProbe {

  private static final Question<FileContent> CONFIG = Question.file(AgentConfigFile.PATH);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-folder", GuestFacts.AGENT_FOLDER)
          .withConnections(GuestConnection.class);

  /** Made by {@code ServiceLoader}. */
  public AgentFolderProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return Questions.all(List.of(CONFIG), parents(AgentConfigFile.DEFAULT_FOLDER));
    }
    String path = follow(configured(soFar), soFar);
    return path == null ? List.of() : Questions.open(parents(path), soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    String path = follow(configured(answers), answers);
    if (path != null && Questions.open(parents(path), answers).isEmpty()) {
      return Observations.builder()
          .observed(GuestFacts.AGENT_FOLDER, path, AgentConfigFile.PATH)
          .build();
    }
    return Observations.builder()
        .unavailable(
            GuestFacts.AGENT_FOLDER,
            UnavailableReason.FAILED,
            configured(answers) + " lies behind too many links")
        .build();
  }

  private static String configured(Answers answers) {
    FileContent file = Seen.value(answers, CONFIG);
    String folder =
        file == null
            ? AgentConfigFile.DEFAULT_FOLDER
            : AgentConfigFile.folder(AgentConfigFile.parse(file.path(), file.text()));
    return normal(folder);
  }

  /** Follows the links known so far; null if they lead in a circle. */
  private static @Nullable String follow(String start, Answers answers) {
    String path = start;
    for (int hops = 0; hops < 40; hops++) {
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
        return normal(whole + path.substring(prefix.length()));
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

  /** Takes out empty elements, {@code .} and {@code ..}. */
  private static String normal(String path) {
    List<String> elements = new ArrayList<>();
    for (String element : path.split("/", -1)) {
      if (element.equals("..")) {
        if (!elements.isEmpty()) {
          elements.remove(elements.size() - 1);
        }
      } else if (!element.isEmpty() && !element.equals(".")) {
        elements.add(element);
      }
    }
    return "/" + String.join("/", elements);
  }
}
