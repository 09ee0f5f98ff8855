package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.vss.VssSamples.BEFORE;
import static io.github.backupdiag.internal.vss.VssSamples.CLUSTER;
import static io.github.backupdiag.internal.vss.VssSamples.INSIDE;
import static io.github.backupdiag.internal.vss.VssSamples.SYSTEM;
import static io.github.backupdiag.internal.vss.VssSamples.event;
import static io.github.backupdiag.internal.vss.VssSamples.events;
import static io.github.backupdiag.internal.vss.VssSamples.pasted;
import static io.github.backupdiag.internal.vss.VssSamples.providers;
import static io.github.backupdiag.internal.vss.VssSamples.whole;
import static io.github.backupdiag.internal.vss.VssSamples.writer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.guest.VssProvider;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that join a list of writers or providers with events. */
class VssRulesTest {

  private static final List<CodeMatch> WRITERS =
      List.of(Samples.code("ExtensionFailedVssWriterInBadState"));
  private static final List<CodeMatch> SERVICE =
      List.of(Samples.code("ExtensionFailedVssServiceInBadState"));
  private static final String FOREIGN = "564d7761-7265-2056-5353-2050726f7669";
  private static final WindowsEvent CLUSTER_1544 =
      event("Microsoft-Windows-FailoverClustering", 1544, null);

  private static DiagnosticTester rule(Diagnostic rule) {
    return DiagnosticTester.of(rule).wordedBy().given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  @Test
  void theClustersWriterNeedsTwoEventsOrACode() {
    DiagnosticTester rule = rule(new ClusterSharedVolumeWriter());
    WindowsEvent rejected = event("VSS", 8229, null, "0x00000000", "{" + CLUSTER + "}");

    rule.given(WindowsFacts.EVENTS, events(rejected, CLUSTER_1544))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    rule.given(WindowsFacts.EVENTS, events(event("VSS", 8229, INSIDE, CLUSTER)))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    rule.given(WindowsFacts.EVENTS, events(rejected)).expectInconclusive();
  }

  @Test
  void theClustersWriterIsNotBlamedForLoadForHistoryOrForItsState() {
    DiagnosticTester rule = rule(new ClusterSharedVolumeWriter());

    rule.given(
            WindowsFacts.EVENTS,
            events(event("VSS", 8229, INSIDE, "0x800423f2", CLUSTER), CLUSTER_1544))
        .expectInconclusive();
    rule.given(WindowsFacts.EVENTS, events(event("VSS", 8229, BEFORE, CLUSTER), CLUSTER_1544))
        .expectInconclusive();
    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("x", CLUSTER, 9, "")))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectInconclusive();
    rule.givenUnavailable(WindowsFacts.EVENTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void aLackOfResourcesNeedsTheErrorOfAFailedWriterAndACode() {
    DiagnosticTester rule = rule(new VssWriterOutOfResources());

    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("x", SYSTEM, 7, "0x800423f1")))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("x", SYSTEM, 7, "0x800423f1")))
        .expectInconclusive();
    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("x", SYSTEM, 1, "0x800423f1")))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectInconclusive();
    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("x", SYSTEM, 7, "0x800423f4")))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectInconclusive();
    rule.givenAbsent(WindowsFacts.VSS_WRITERS).expectInconclusive();
  }

  @Test
  void systemWriterNeedsAnEventThatTellsWhy() {
    DiagnosticTester missing =
        rule(new SystemWriterCannotEnumerate())
            .given(WindowsFacts.VSS_WRITERS, whole(writer("x", CLUSTER, 1, "")));

    missing
        .given(WindowsFacts.EVENTS, events(event("VSS", 8193, INSIDE, "hr = 0x80070018")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    missing
        .given(WindowsFacts.EVENTS, events(event("CAPI2", 513, null, "AddCoreCsiFiles")))
        .given(BackupFacts.MATCHES, WRITERS)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    missing
        .given(WindowsFacts.EVENTS, events(event("CAPI2", 513, null, "AddCoreCsiFiles")))
        .expectInconclusive();
    missing
        .given(WindowsFacts.EVENTS, events(event("CAPI2", 513, INSIDE, "AddLegacyDriverFiles")))
        .expectInconclusive();
    missing.expectInconclusive();
  }

  @Test
  void systemWriterIsNotMissingFromAPieceOfAList() {
    DiagnosticTester rule = rule(new SystemWriterCannotEnumerate());
    var why = events(event("VSS", 8193, INSIDE, "hr = 0x80070018"));

    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("x", CLUSTER, 1, "")))
        .given(WindowsFacts.EVENTS, why)
        .expectInconclusive();
    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("System Writer", SYSTEM, 9, "")))
        .given(WindowsFacts.EVENTS, why)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    rule.givenUnavailable(WindowsFacts.VSS_WRITERS, UnavailableReason.FAILED).expectInconclusive();
  }

  @Test
  void aForeignProviderNeedsAnEventWithItsIdAndACode() {
    DiagnosticTester rule =
        rule(new ThirdPartyVssProviderConflict())
            .given(WindowsFacts.VSS_PROVIDERS, providers(provider("VMware", FOREIGN)));
    WindowsEvent failed = event("VSS", 12293, INSIDE, "{" + FOREIGN + "}");

    rule.given(WindowsFacts.EVENTS, events(failed))
        .given(BackupFacts.MATCHES, SERVICE)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    rule.given(WindowsFacts.EVENTS, events(failed)).expectInconclusive();
    rule.given(BackupFacts.MATCHES, SERVICE).expectInconclusive();
    rule.given(WindowsFacts.EVENTS, events(event("VSS", 12293, INSIDE, "0x80042306")))
        .given(BackupFacts.MATCHES, SERVICE)
        .expectInconclusive();
  }

  @Test
  void aForeignProviderThatTookPartWithoutAnErrorIsNotBlamed() {
    DiagnosticTester rule =
        rule(new ThirdPartyVssProviderConflict())
            .given(WindowsFacts.VSS_PROVIDERS, providers(provider("VMware", FOREIGN)))
            .given(BackupFacts.MATCHES, SERVICE);

    assertThat(evidence(rule.expectInconclusive())).isEmpty();
    rule.given(WindowsFacts.EVENTS, events(event("VSS", 8222, INSIDE, "{" + FOREIGN + "}")))
        .expectInconclusive();
    rule.given(WindowsFacts.EVENTS, events(event("VSS", 12292, BEFORE, "{" + FOREIGN + "}")))
        .expectInconclusive();
  }

  @Test
  void theProvidersOfMicrosoftAndAzureAreNotForeign() {
    String hyperV = "74600e39-7dc5-4567-a03b-f091d6c7b092";
    rule(new ThirdPartyVssProviderConflict())
        .given(
            WindowsFacts.VSS_PROVIDERS,
            providers(
                provider("Microsoft", VssProvider.MICROSOFT),
                provider("Hyper-V IC", hyperV),
                provider("Azure Site Recovery VSS Provider", FOREIGN)))
        .given(
            WindowsFacts.EVENTS,
            events(event("VSS", 12292, INSIDE, hyperV), event("VSS", 12292, INSIDE, FOREIGN)))
        .given(BackupFacts.MATCHES, SERVICE)
        .expectInconclusive();
    rule(new ThirdPartyVssProviderConflict())
        .given(WindowsFacts.VSS_PROVIDERS, providers(provider("Hyper-V IC", hyperV)))
        .given(WindowsFacts.EVENTS, events(event("VSS", 12293, INSIDE, "{" + hyperV + "}")))
        .given(BackupFacts.MATCHES, SERVICE)
        .expectInconclusive();
    rule(new ThirdPartyVssProviderConflict())
        .givenAbsent(WindowsFacts.VSS_PROVIDERS)
        .expectInconclusive();
  }

  private static VssProvider provider(String name, String id) {
    return new VssProvider(name, id, 2, "1.0", 4);
  }
}
