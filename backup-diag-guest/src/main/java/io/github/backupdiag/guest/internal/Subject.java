package io.github.backupdiag.guest.internal;

import io.github.backupdiag.guestaccess.Question;

/**
 * What a question is about, in the words of an answer: a path, a glob, a command line, an address,
 * a registry key.
 */
public final class Subject {

  private Subject() {}

  /**
   * Names what a question is about.
   *
   * @param question any question
   * @return path, glob, registry key, program and arguments with blanks between them, URL, or
   *     {@code tcp://host:port}
   */
  public static String of(Question<?> question) {
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
    if (question instanceof Question.Tcp tcp) {
      return "tcp://" + tcp.host() + ":" + tcp.port();
    }
    if (question instanceof Question.Http http) {
      return http.url();
    }
    if (question instanceof Question.Registry registry) {
      return registry.key();
    }
    return question instanceof Question.Command command
        ? String.join(" ", command.argv())
        : question.toString();
  }
}
