package io.github.backupdiag.internal.script;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.SnapshotScripts;
import io.github.backupdiag.fact.guest.SnapshotScripts.Role;
import io.github.backupdiag.fact.guest.SnapshotScripts.ScriptFile;
import io.github.backupdiag.fact.guest.SnapshotScripts.State;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Script configurations, healthy as they come. */
final class Scripts {

  static final ScriptFile CONFIG =
      new ScriptFile(Role.CONFIG, "/etc/azure/c.json", State.PRESENT, 0, 0600);
  static final ScriptFile HOST = new ScriptFile(Role.HOST, "/x/h.conf", State.PRESENT, 0, 0644);
  static final ScriptFile PRE = new ScriptFile(Role.PRE, "/opt/pre", State.PRESENT, 0, 0700);
  static final ScriptFile POST = new ScriptFile(Role.POST, "/opt/post", State.PRESENT, 0, 0700);

  private Scripts() {}

  static DiagnosticTester healthy(DiagnosticTester rule) {
    return with(rule, CONFIG, PRE, POST);
  }

  static DiagnosticTester with(
      DiagnosticTester rule, ScriptFile config, ScriptFile pre, ScriptFile post) {
    return rule.given(SnapshotFacts.SCRIPTS, scripts(config, HOST, null, null, pre, post));
  }

  static SnapshotScripts scripts(
      ScriptFile config,
      ScriptFile host,
      @Nullable String problem,
      @Nullable String hostProblem,
      ScriptFile... scripts) {
    return new SnapshotScripts(
        config,
        problem,
        problem == null ? 0 : 3,
        List.of(host),
        hostProblem,
        new SnapshotScripts.Host(1, 1800L),
        List.of(scripts),
        30L,
        true);
  }

  /** In order, but for what the plug-in host is told. */
  static DiagnosticTester with(DiagnosticTester rule, SnapshotScripts.@Nullable Host host) {
    return rule.given(
        SnapshotFacts.SCRIPTS,
        new SnapshotScripts(
            CONFIG, null, 0, List.of(HOST), null, host, List.of(PRE, POST), 30L, true));
  }

  static ScriptFile rights(ScriptFile file, @Nullable Integer owner, @Nullable Integer mode) {
    return new ScriptFile(file.role(), file.path(), State.PRESENT, owner, mode);
  }

  static ScriptFile gone(ScriptFile file) {
    return new ScriptFile(file.role(), file.path(), State.ABSENT, null, null);
  }

  static DiagnosticTester unused(DiagnosticTester rule) {
    return rule.givenAbsent(SnapshotFacts.SCRIPTS);
  }

  static DiagnosticTester rule(Diagnostic rule) {
    return DiagnosticTester.of(rule).wordedBy();
  }
}
