package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.Contact;
import io.github.backupdiag.fact.guest.Contact.Reach;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Instant;
import java.util.List;

/** What several tests of rules about the network have seen. */
final class Seen {

  private Seen() {}

  static DiagnosticTester by(Diagnostic rule) {
    return DiagnosticTester.of(rule).wordedBy().given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  static DiagnosticTester withCode(DiagnosticTester rule, String code) {
    return rule.given(BackupFacts.MATCHES, List.of(Samples.code(code)));
  }

  static DiagnosticTester withAgentLine(DiagnosticTester rule, String signature, String text) {
    return rule.given(
        GuestFacts.AGENT_LOG,
        Samples.log(Samples.NIGHT, Samples.agentLine(signature, Samples.NIGHT, text)));
  }

  static DiagnosticTester withLine(
      DiagnosticTester rule, FactKey<LogEvents> log, String signature, String text) {
    return rule.given(
        log, Samples.log(Samples.NIGHT, Samples.agentLine(signature, Samples.NIGHT, text)));
  }

  static DiagnosticTester withExtensionLine(DiagnosticTester rule, String signature, Instant time) {
    LogEvent event = new LogEvent(signature, "/var/log/extension.log", 3, time, "x");
    return rule.given(GuestFacts.EXTENSION_LOG, Samples.log(Samples.NIGHT, event));
  }

  static Contact contact(String address, int status, Reach... tries) {
    return new Contact(address, List.of(tries), status);
  }
}
