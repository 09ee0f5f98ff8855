package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.Contact.Reach;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class OutboundStorageBlockedTest {

  private final DiagnosticTester rule = Seen.by(new OutboundStorageBlocked());

  @Test
  void keepsItsContract() {
    with(Reach.ANSWERED).checkContract();
  }

  @Test
  void confirmsBlockedStorageWhereTheSnapshotWasTakenFromInside() {
    inside(with(Reach.TIMED_OUT, Reach.TIMED_OUT))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("storageHost", "x.blob.core.windows.net");
  }

  @Test
  void takesBlockedStorageAloneForAHint() {
    with(Reach.TIMED_OUT, Reach.TIMED_OUT).expectInconclusive();
    inside(with(Reach.TIMED_OUT)).expectInconclusive();
    inside(with(Reach.BROKEN, Reach.BROKEN)).expectInconclusive();
  }

  @Test
  void doesNotBlameBlockedStorageWhereTheHostTookTheSnapshot() {
    DiagnosticTester blocked = with(Reach.TIMED_OUT, Reach.TIMED_OUT);
    Seen.withExtensionLine(blocked, "ext-presnapshot-200", Samples.NIGHT).expectInconclusive();
    Seen.withExtensionLine(blocked, "ext-presnapshot-wrong-wire", Samples.NIGHT)
        .expectInconclusive();
    Seen.withCode(blocked, "ExtensionSnapshotFailedNoNetwork").expectInconclusive();
    Seen.withExtensionLine(blocked, "ext-all-failed-guest", Samples.NIGHT.minusSeconds(90_000))
        .expectInconclusive();
  }

  @Test
  void rulesOutStorageThatAnswers() {
    inside(with(Reach.ANSWERED)).expectRuledOut(When.NOW);
    inside(with(Reach.TIMED_OUT, Reach.ANSWERED)).expectRuledOut(When.NOW);
  }

  @Test
  void saysNothingWhereNoneIsNamed() {
    inside(rule).givenAbsent(NetworkFacts.STORAGE_ENDPOINT).expectInconclusive();
    inside(rule).expectInconclusive();
  }

  private static DiagnosticTester inside(DiagnosticTester rule) {
    return Seen.withExtensionLine(rule, "ext-all-failed-guest", Samples.NIGHT);
  }

  private DiagnosticTester with(Reach... tries) {
    return rule.given(
        NetworkFacts.STORAGE_ENDPOINT, Seen.contact("tcp://x.blob.core.windows.net:443", 0, tries));
  }
}
