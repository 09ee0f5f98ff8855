package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The agent's folder as configured. Since {@code Lib.Dir} and links may lead anywhere, a probe that
 * goes there declares every path down to a depth, and asks for none that lies deeper.
 */
final class LibDir {

  static final Question<FileContent> CONFIG = Question.file(AgentConfigFile.PATH);

  private static final int DEEPEST = 8;

  /** Every path that is {@link #isNamed}. */
  static final List<String> ANYWHERE =
      Stream.concat(Stream.of("/"), Stream.iterate("/*", glob -> glob + "/*").limit(DEEPEST))
          .toList();

  private LibDir() {}

  /** What the file says, else the default, without empty elements, {@code .} and {@code ..}. */
  static String configured(Answers answers) {
    FileContent file = Seen.value(answers, CONFIG);
    return file == null
        ? AgentConfigFile.DEFAULT_FOLDER
        : normal(AgentConfigFile.folder(AgentConfigFile.parse(file.path(), file.text())));
  }

  /** The beginning of paths in the agent's folder. */
  static String below(Answers answers) {
    String folder = configured(answers);
    return folder.equals("/") ? folder : folder + "/";
  }

  /** Those questions that lie not too deep to be declared. */
  static List<Question<?>> named(List<? extends Question<?>> questions) {
    List<Question<?>> named = new ArrayList<>(questions);
    named.removeIf(question -> !isNamed(Subject.of(question)));
    return named;
  }

  /** True for a path without empty elements that is not too deep to be declared. */
  static boolean isNamed(String path) {
    return path.chars().filter(c -> c == '/').count() <= DEEPEST;
  }

  /** Takes out empty elements, {@code .} and {@code ..}. */
  static String normal(String path) {
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
