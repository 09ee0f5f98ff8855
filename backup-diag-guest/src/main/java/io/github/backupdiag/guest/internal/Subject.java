package io.github.backupdiag.guest;

import io.github.backupdiag.guestaccess.Question;

/** What a question is about, in the words of an answer: a path, a glob, a command line. */
final class Subject {

  private Subject() {}

  static String of(Question<?> question) {
    if (question instanceof Question.File file) {
      return file.path();
    }
    if (question instanceof Question.Files files) {
      return files.glob();
    }
    if (question instanceof Question.Newest newest) {
      return newest.glob();
    }
    if (question instanceof Question.Listing listing) {
      return listing.glob();
    }
    if (question instanceof Question.Stat stat) {
      return stat.path();
    }
    if (question instanceof Question.Space space) {
      return space.path();
    }
    return question instanceof Question.Command command
        ? String.join(" ", command.argv())
        : question.toString();
  }
}
