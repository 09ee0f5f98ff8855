package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Answers from the files of a copy; what only a running system tells is not recorded. */
final class CopiedFiles {

  private final TreeReader files;
  private final CopiedRegistry registry;

  CopiedFiles(GuestTree tree) {
    this.files = new TreeReader(tree);
    this.registry = new CopiedRegistry(tree, files);
  }

  Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    return Batch.answer(questions, timeout, this::answer);
  }

  private Observation<?> answer(Question<?> question) throws IOException {
    boolean running =
        question instanceof Question.Space
            || question instanceof Question.Command
            || question instanceof Question.Tcp
            || question instanceof Question.Http;
    if (question instanceof Question.Registry asked) {
      return registry.answer(asked);
    }
    return running
        ? new Unavailable<>(UnavailableReason.NOT_RECORDED, Subject.of(question))
        : files.answer(question);
  }
}
