package io.github.backupdiag.internal.script;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.SnapshotScripts;
import io.github.backupdiag.fact.guest.SnapshotScripts.Role;
import io.github.backupdiag.fact.guest.SnapshotScripts.ScriptFile;
import io.github.backupdiag.fact.guest.SnapshotScripts.State;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of the script feature, in the order in which the extension looks at them. */
final class ScriptFiles {

  private ScriptFiles() {}

  /** Plug-in host, configuration, script before, script after; those that are there. */
  static List<ScriptFile> present(SnapshotScripts scripts) {
    return Stream.of(scripts.hosts(), List.of(scripts.config()), scripts.scripts())
        .flatMap(List::stream)
        .filter(file -> file.state() == State.PRESENT)
        .toList();
  }

  /** A script by its role, or null if the configuration was not read. */
  static @Nullable ScriptFile of(SnapshotScripts scripts, Role role) {
    return scripts.scripts().stream().filter(file -> file.role() == role).findFirst().orElse(null);
  }

  /** The verdict where no script is configured. */
  static Verdict unused(Facts facts) {
    return facts.get(SnapshotFacts.SCRIPTS) instanceof Absent<SnapshotScripts> absent
        ? Verdict.ruledOut(When.NOW, evidence("evidence.script.unused", absent.source()))
        : Verdict.inconclusive(Phrase.of("because.script.not-seen")).missing(SnapshotFacts.SCRIPTS);
  }

  /** The steps set the mode of a script for {@code path}, which no configuration may get. */
  static Verdict.Confirmed named(Verdict.Confirmed verdict, ScriptFile file) {
    boolean script = file.role() == Role.PRE || file.role() == Role.POST;
    Verdict.Confirmed named = verdict.with("file", file.path());
    return script && !file.path().isEmpty() ? named.with("path", file.path()) : named;
  }

  static Evidence evidence(String text, String path) {
    return Evidence.of(SnapshotFacts.SCRIPTS, Phrase.of(text, "path", path)).withPlace(path, 0);
  }
}
