package io.github.backupdiag.guest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roots of further distributions, of old ones, and of systems without systemd. */
class OtherDistributionsTest {

  private static final String UNIT = "usr/lib/systemd/system/waagent.service";
  private static final String WANTED = "etc/systemd/system/multi-user.target.wants/waagent.service";

  @TempDir Path directory;

  private enum Boot {
    SYSTEMD,
    SYSTEM_V,
    UPSTART,
    OPENRC,
    BSD
  }

  private enum Guest {
    ALMA(Boot.SYSTEMD, "etc/os-release", "ID=\"almalinux\"\nVERSION_ID=\"9.4\"\n"),
    ROCKY(Boot.SYSTEMD, "etc/os-release", "ID=\"rocky\"\nVERSION_ID=\"8.10\"\n"),
    ORACLE(Boot.SYSTEMD, "etc/os-release", "ID=\"ol\"\nVERSION_ID=\"8.9\"\n"),
    CENTOS_7(Boot.SYSTEMD, "etc/os-release", "ID=\"centos\"\nVERSION_ID=\"7\"\n"),
    OPENSUSE(Boot.SYSTEMD, "etc/os-release", "ID=\"opensuse-leap\"\nVERSION_ID=\"15.6\"\n"),
    MARINER(Boot.SYSTEMD, "etc/os-release", "ID=mariner\nVERSION_ID=\"2.0\"\n"),
    FLATCAR(Boot.SYSTEMD, "usr/lib/os-release", "ID=flatcar\nVERSION_ID=3815.2.0\n"),
    CENTOS_6(Boot.SYSTEM_V, "etc/redhat-release", "CentOS release 6.10 (Final)\n"),
    SLES_11(Boot.SYSTEM_V, "etc/SuSE-release", "SUSE Linux Enterprise Server 11 (x86_64)\n"),
    UBUNTU_14(Boot.UPSTART, "etc/lsb-release", "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=14.04\n"),
    ALPINE(Boot.OPENRC, "etc/alpine-release", "3.19.1\n"),
    FREEBSD(Boot.BSD, "bin/freebsd-version", "USERLAND_VERSION=\"13.2-RELEASE\"\n");

    private final Boot boot;
    private final String file;
    private final String text;

    Guest(Boot boot, String file, String text) {
      this.boot = boot;
      this.file = file;
      this.text = text;
    }
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void confirmNothingWhenHealthy(Guest system) throws Exception {
    assertThat(confirmed(root(system))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void seeARunningAgent(Guest system) throws Exception {
    assertThat(confirmed(running(system))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void tellAnAgentThatDoesNotRun(Guest system) throws Exception {
    SampleRoot root =
        running(system)
            .without("proc/812")
            .without("proc/1044")
            .file("proc/901/cmdline", "vi\0/usr/sbin/waagent\0");
    assertThat(confirmed(root)).containsExactly("guest-agent-not-running");
  }

  @ParameterizedTest
  @EnumSource(Guest.class)
  void tellAnAgentThatNothingStarts(Guest system) throws Exception {
    SampleRoot root =
        disabled(system)
            .file("proc/1/cmdline", "/sbin/init\0")
            .file("proc/901/cmdline", "vi\0/usr/sbin/waagent\0");
    assertThat(confirmedCauses(root))
        .extracting(RankedCause::id)
        .containsExactly("guest-agent-not-running");
    assertThat(confirmedCauses(root).get(0).evidence().toString())
        .contains("evidence.guest-agent-masked.disabled");
  }

  private SampleRoot running(Guest system) {
    return root(system)
        .file("proc/1/cmdline", "/sbin/init\0")
        .file("proc/812/cmdline", "/usr/bin/python\0/usr/sbin/waagent\0-daemon\0")
        .file("proc/1044/cmdline", "python\0-u\0/usr/sbin/waagent\0-run-exthandlers\0");
  }

  private SampleRoot root(Guest system) {
    SampleRoot root =
        SampleRoot.of(Distribution.RHEL_9, directory)
            .without("etc/os-release")
            .file(system.file, system.text);
    if (system.boot == Boot.SYSTEMD) {
      return root;
    }
    root.without("usr/lib/systemd").without("etc/systemd").file("usr/bin/env", "x");
    return switch (system.boot) {
      case SYSTEM_V ->
          root.file("etc/init.d/waagent", "#!/bin/sh\n")
              .link("etc/rc.d/rc3.d/S99waagent", "../../init.d/waagent");
      case UPSTART ->
          root.file("etc/init/walinuxagent.conf", "start on runlevel [2345]\n")
              .file("etc/default/walinuxagent", "WALINUXAGENT_ENABLED=1\n");
      case OPENRC ->
          root.file("etc/init.d/waagent", "#!/sbin/openrc-run\n")
              .link("etc/runlevels/default/waagent", "/etc/init.d/waagent");
      default ->
          root.file("usr/local/etc/rc.d/waagent", "#!/bin/sh\n")
              .file("etc/rc.conf", "waagent_enable=\"YES\"\n");
    };
  }

  private SampleRoot disabled(Guest system) {
    SampleRoot root = root(system);
    return switch (system.boot) {
      case SYSTEMD -> root.without(WANTED).append(UNIT, "# as packaged\n");
      case SYSTEM_V -> root.without("etc/rc.d/rc3.d/S99waagent");
      case UPSTART -> root.file("etc/init/walinuxagent.override", "manual\n");
      case OPENRC -> root.without("etc/runlevels/default/waagent");
      case BSD -> root.file("etc/rc.conf", "waagent_enable=\"NO\"\n");
    };
  }

  private static List<String> confirmed(SampleRoot root) throws Exception {
    return confirmedCauses(root).stream().map(RankedCause::id).toList();
  }

  private static List<RankedCause> confirmedCauses(SampleRoot root) throws Exception {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, CopiedRoot.open(root.directory()))
        .build()
        .diagnose(DiagnosisRequest.healthCheck())
        .causes()
        .stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .toList();
  }
}
