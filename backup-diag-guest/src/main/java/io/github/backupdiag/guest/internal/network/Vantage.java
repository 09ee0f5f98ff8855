package io.github.backupdiag.guest.internal.network;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ProcessRights;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;

/**
 * Where this process looks from. The agent runs as root or LocalSystem on the machine itself, so
 * what is kept from another user, or from a container, says nothing of the agent.
 */
enum Vantage {
  /** A rule of the Linux agent itself lets only root through. */
  LINUX("lets only root through") {
    @Override
    List<Question<?>> questions() {
      return Questions.all(List.of(STATUS, USER_MAP), CONTAINER);
    }

    @Override
    boolean isInContainer(Answers answers) {
      return CONTAINER.stream().anyMatch(mark -> Seen.value(answers, mark) != null);
    }

    @Override
    boolean isOfAgent(Answers answers) {
      FileContent status = Seen.value(answers, STATUS);
      FileContent map = Seen.value(answers, USER_MAP);
      return status != null && ProcessRights.isRoot(status.text(), map == null ? "" : map.text());
    }
  },

  /** Only administrators and LocalSystem may read what belongs to the account LocalService. */
  WINDOWS("may let only administrators through") {
    @Override
    List<Question<?>> questions() {
      return List.of(LOCAL_SERVICE, CONTROL);
    }

    @Override
    boolean isInContainer(Answers answers) {
      RegistryKey control = Seen.value(answers, CONTROL);
      return control != null && control.value("ContainerType").isPresent();
    }

    @Override
    boolean isOfAgent(Answers answers) {
      return Seen.value(answers, LOCAL_SERVICE) != null;
    }
  };

  private static final Question<FileContent> STATUS = Question.file("/proc/self/status");
  private static final Question<FileContent> USER_MAP = Question.file("/proc/self/uid_map");

  /** Whoever looks from inside sees the network of the container, though the tag of the VM. */
  private static final List<Question<PathEntry>> CONTAINER =
      Questions.stats("/.dockerenv", "/run/.containerenv");

  private static final Question<RegistryKey> LOCAL_SERVICE = Question.registry("HKU\\S-1-5-19");

  /** Holds the value {@code ContainerType} inside a Windows container only. */
  private static final Question<RegistryKey> CONTROL =
      Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Control");

  private final String limit;

  Vantage(String limit) {
    this.limit = limit;
  }

  /** Needs the system among the declared facts; one that is not known is looked at as Linux. */
  static Vantage of(ProbeContext context) {
    return context.get(GuestFacts.OS) instanceof Observed<GuestOs> os
            && os.value().family() == GuestOs.Family.WINDOWS
        ? WINDOWS
        : LINUX;
  }

  /** Why a try of another user says nothing, as the end of a sentence about the address. */
  String limit() {
    return limit;
  }

  abstract List<Question<?>> questions();

  abstract boolean isInContainer(Answers answers);

  abstract boolean isOfAgent(Answers answers);
}
