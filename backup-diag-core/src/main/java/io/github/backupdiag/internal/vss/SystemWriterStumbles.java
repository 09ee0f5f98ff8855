package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.guest.OddImagePath;
import io.github.backupdiag.fact.guest.SystemWriterInputs;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import java.util.ArrayList;
import java.util.List;

/** What System Writer has to list and may stumble over; on healthy guests, too. */
final class SystemWriterStumbles {

  private static final int MOST = 3;

  private SystemWriterStumbles() {}

  /** Needs {@code SYSTEM_WRITER_INPUTS} among the declared facts. */
  static List<Evidence> in(Facts facts) {
    SystemWriterInputs inputs = facts.value(WindowsVssFacts.SYSTEM_WRITER_INPUTS);
    List<Evidence> found = new ArrayList<>();
    if (inputs != null) {
      inputs.oddPaths().stream().limit(MOST).map(SystemWriterStumbles::path).forEach(found::add);
    }
    if (inputs != null && inputs.hasManyFolders()) {
      found.add(
          Evidence.of(
              WindowsVssFacts.SYSTEM_WRITER_INPUTS,
              Phrase.of(
                  "evidence.system-writer-cannot-enumerate.folders",
                  "count",
                  String.valueOf(inputs.aspNetFolders()))));
    }
    return found;
  }

  private static Evidence path(OddImagePath odd) {
    return Evidence.of(
            WindowsVssFacts.SYSTEM_WRITER_INPUTS,
            Phrase.of("evidence.system-writer-cannot-enumerate.path", "service", odd.service()))
        .withExcerpt("ImagePath = " + odd.path());
  }
}
