package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guest.internal.support.Kept.Answered;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The contents among answers, each byte of a file once. */
final class Parts {

  private static final Comparator<FileContent> BY_PLACE =
      Comparator.comparing(FileContent::path)
          .thenComparing(part -> -part.bytes().length)
          .thenComparing(FileContent::offset);

  private Parts() {}

  /** Gives parts of files: small ones first, so that they have room; none lies inside another. */
  static List<FileContent> of(List<Answered> answers) {
    List<FileContent> all = new ArrayList<>();
    for (Answered one : answers) {
      Object value = one.answer() instanceof Observed<?> observed ? observed.value() : null;
      if (value instanceof FileContent file) {
        all.add(file);
      } else if (value instanceof FileContents files) {
        all.addAll(files.files());
      }
    }
    all.sort(BY_PLACE);
    List<FileContent> parts = new ArrayList<>();
    int sameFile = 0;
    for (FileContent part : all) {
      if (!parts.isEmpty() && !parts.get(parts.size() - 1).path().equals(part.path())) {
        sameFile = parts.size();
      }
      if (parts.subList(sameFile, parts.size()).stream().noneMatch(kept -> holds(kept, part))) {
        parts.add(part);
      }
    }
    parts.sort(Comparator.comparingInt(part -> part.bytes().length));
    return parts;
  }

  private static boolean holds(FileContent kept, FileContent part) {
    return kept.offset() <= part.offset()
        && kept.offset() + kept.bytes().length >= part.offset() + part.bytes().length;
  }
}
