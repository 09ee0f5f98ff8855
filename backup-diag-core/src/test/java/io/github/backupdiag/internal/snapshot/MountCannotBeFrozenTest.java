package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.DAYS_AGO;
import static io.github.backupdiag.internal.snapshot.Night.FREEZE;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.failed;
import static io.github.backupdiag.internal.snapshot.Night.failedAsAWhole;
import static io.github.backupdiag.internal.snapshot.Night.live;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static io.github.backupdiag.internal.snapshot.Night.mount;
import static io.github.backupdiag.internal.snapshot.Night.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountCannotBeFrozenTest {

  private final DiagnosticTester rule = Night.rule(new MountCannotBeFrozen());

  @Test
  void confirmsANamedMountWithTheCodeOfTheJob() {
    CheckedVerdict verdict =
        code(log(rule, failed("/data/db log", "Operation not supported")), 121)
            .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    verdict.withArgument("mount", "/data/db log");
    assertThat(evidence(verdict).get(0).line()).isEqualTo(21);
    assertThat(evidence(verdict).get(0).excerpt()).contains("/data/db log");
  }

  @Test
  void confirmsALineOfAnOlderVersionWithoutErrorText() {
    code(log(rule, failed("/data", "")), 121)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("mount", "/data");
  }

  @Test
  void confirmsWithACodeThatWasMetOrALineOfTheExtension() {
    seen(log(rule, failed("/data", "")), 121, FREEZE)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    log(rule, failed("/data", ""), failedAsAWhole())
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void namesEachMountOnce() {
    CheckedVerdict verdict =
        code(log(rule, failed("/b", ""), failed("/a", ""), failed("/b", "")), 121)
            .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    verdict.withArgument("mount", "/b");
    assertThat(evidence(verdict)).hasSize(3);
  }

  @Test
  void tellsTheTypeOfTheMount() {
    CheckedVerdict verdict =
        code(log(rule, failed("/data", "")), 121)
            .given(GuestFacts.MOUNTS, live(mount(1, "/dev/sdc1", "/data", "nfs4")))
            .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    verdict.withArgument("device", "/dev/sdc1");
    assertThat(evidence(verdict).get(0).text().arguments()).containsEntry("type", "nfs4");
  }

  @Test
  void tellsANameThatTheSettingsMeantToLeaveOut() {
    CheckedVerdict verdict =
        code(log(rule, failed("/data", "")), 121)
            .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("mountstoskip", "/mnt, /data"))
            .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    assertThat(evidence(verdict))
        .last()
        .satisfies(last -> assertThat(last.file()).isEqualTo("/etc/azure/vmbackup.conf"));
  }

  @Test
  void takesANamedMountAloneForAHint() {
    assertThat(evidence(log(rule, failed("/data", "")).expectInconclusive())).isNotEmpty();
    assertThat(evidence(seen(log(rule, failed("/data", "")), 121, DAYS_AGO).expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void takesAnotherCodeForNoAgreement() {
    code(log(rule, failed("/data", "")), 316).expectInconclusive();
  }

  @Test
  void ignoresALineOfAnotherNightOrWithoutTime() {
    code(log(rule, Night.line("ext-bin-fifreeze-failed", "Failed to FIFREEZE: /x", DAYS_AGO)), 121)
        .expectInconclusive();
    code(log(rule, Night.line("ext-bin-fifreeze-failed", "Failed to FIFREEZE: /x", null)), 121)
        .expectInconclusive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs4", "cifs", "overlay", "squashfs", "vfat", "zfs"})
  void findsMountsOfOtherKindsNormal(String type) {
    DiagnosticTester mounted =
        code(log(rule), 121)
            .given(GuestFacts.MOUNTS, live(mount(1, "/dev/loop7", "/snap/x", type)));
    assertThat(evidence(mounted.expectInconclusive())).isEmpty();
    mounted
        .given(SnapshotFacts.FREEZE_RUN, Night.run(FREEZE, true, null))
        .expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void ignoresALineThatNamesNoPath() {
    code(log(rule, failed("", "")), 121).expectInconclusive();
  }

  @Test
  void rulesOutAFreezeOfThatNightThatEnded() {
    log(rule)
        .given(SnapshotFacts.FREEZE_RUN, Night.run(FREEZE, true, null))
        .expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotRuleOutByAnotherNightOrAnOpenOrFailedFreeze() {
    log(rule).given(SnapshotFacts.FREEZE_RUN, Night.run(DAYS_AGO, true, null)).expectInconclusive();
    log(rule).given(SnapshotFacts.FREEZE_RUN, Night.run(FREEZE, false, null)).expectInconclusive();
    log(rule, failedAsAWhole())
        .given(SnapshotFacts.FREEZE_RUN, Night.run(FREEZE, true, null))
        .expectInconclusive();
  }

  @ParameterizedTest
  @CsvSource({"WriteLog, False", "LoggingOff, 1"})
  void doesNotRuleOutWhereTheSettingsKeepTheLogQuiet(String key, String value) {
    DiagnosticTester quiet =
        log(rule).given(SnapshotFacts.FREEZE_RUN, Night.run(FREEZE, true, null));
    quiet.given(SnapshotFacts.VMBACKUP_CONF, Night.conf(key, value)).expectInconclusive();
    quiet
        .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("timeout", "90"))
        .expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotJudgeWithoutTheLog() {
    rule.givenUnavailable(GuestFacts.EXTENSION_LOG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    rule.givenAbsent(GuestFacts.EXTENSION_LOG).expectInconclusive();
  }
}
