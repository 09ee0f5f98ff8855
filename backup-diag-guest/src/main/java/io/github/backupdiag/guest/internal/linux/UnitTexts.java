package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The agent's unit as systemd puts it together: the first file in the order of the folders, then
 * the drop-ins of all folders in the order of their names; of two that have the same name the one
 * in the earlier folder counts (systemd.unit(5)).
 */
final class UnitTexts {

  private static final List<Question<FileContents>> UNITS =
      UnitFiles.IN_ORDER.stream().map(folder -> files(folder + "wa*agent.service")).toList();

  private static final List<Question<FileContents>> DROP_INS =
      UnitFiles.IN_ORDER.stream()
          .map(folder -> files(folder + "wa*agent.service.d/*.conf"))
          .toList();

  /** All places. */
  static final List<Question<?>> QUESTIONS = Questions.all(UNITS, DROP_INS);

  private UnitTexts() {}

  private static Question<FileContents> files(String glob) {
    return new Question.Files(glob, 20, 1 << 16);
  }

  /** The files of all units of the agent's names, in the order in which they count. */
  static List<FileContent> of(Answers answers) {
    List<FileContent> all = new ArrayList<>();
    for (Question<FileContents> place : UNITS) {
      if (all.isEmpty()) {
        all.addAll(seen(answers, place));
      }
    }
    all.addAll(dropIns(answers));
    return all;
  }

  private static Collection<FileContent> dropIns(Answers answers) {
    Map<String, FileContent> byName = new TreeMap<>();
    for (Question<FileContents> place : DROP_INS) {
      for (FileContent file : seen(answers, place)) {
        String unit = file.path().substring(0, file.path().lastIndexOf('/'));
        String name = file.path().substring(unit.length());
        byName.putIfAbsent(name + unit.substring(unit.lastIndexOf('/')), file);
      }
    }
    return byName.values();
  }

  private static List<FileContent> seen(Answers answers, Question<FileContents> place) {
    FileContents files = Seen.value(answers, place);
    return files == null ? List.of() : files.files();
  }
}
