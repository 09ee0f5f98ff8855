package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.GuestOs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyReleaseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/etc/redhat-release | CentOS release 6.10 (Final) | centos | 6.10",
        "/etc/centos-release | CentOS Linux release 7.9.2009 (Core) | centos | 7.9.2009",
        "/etc/redhat-release | Red Hat Enterprise Linux Server release 6.9 (Santiago) | rhel | 6.9",
        "/etc/oracle-release | Oracle Linux Server release 6.10 | ol | 6.10",
        "/etc/system-release | Amazon Linux AMI release 2018.03 | amzn | 2018.03",
        "/etc/mariner-release | CBL-Mariner 2.0.20230107 | mariner | 2.0.20230107",
        "/etc/SuSE-release | openSUSE 13.2 (x86_64) | opensuse | 13.2",
        "/etc/debian_version | 7.11 | debian | 7.11",
        "/etc/alpine-release | 3.3.3 | alpine | 3.3.3",
        "/bin/freebsd-version | USERLAND_VERSION=\"12.4-RELEASE-p5\" | freebsd | 12.4",
      })
  void namesSystems(String path, String text, String id, String version) {
    GuestOs os = LegacyRelease.parse(path, text + "\n");
    assertThat(os.id()).isEqualTo(id);
    assertThat(os.version()).isEqualTo(version);
    assertThat(os.family()).isEqualTo(GuestOs.Family.LINUX);
  }

  @Test
  void readsTheServicePackOfSuse() {
    GuestOs os =
        LegacyRelease.parse(
            "/etc/SuSE-release",
            "SUSE Linux Enterprise Server 11 (x86_64)\nVERSION = 11\nPATCHLEVEL = 4\n");
    assertThat(os.id()).isEqualTo("sles");
    assertThat(os.version()).isEqualTo("11.4");
    assertThat(os.agentUnit()).isEqualTo("waagent");
  }

  @Test
  void readsLsbRelease() {
    GuestOs os =
        LegacyRelease.parse(
            "/etc/lsb-release",
            "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=12.04\nDISTRIB_DESCRIPTION=\"Ubuntu 12.04.5 LTS\"\n");
    assertThat(os.id()).isEqualTo("ubuntu");
    assertThat(os.version()).isEqualTo("12.04");
    assertThat(os.name()).isEqualTo("Ubuntu 12.04.5 LTS");
    assertThat(os.agentUnit()).isEqualTo("walinuxagent");
  }

  @Test
  void leavesOpenWhatIsNotTold() {
    assertThat(LegacyRelease.parse("/etc/debian_version", "trixie/sid\n").version()).isEmpty();
    assertThat(LegacyRelease.parse("/etc/redhat-release", "Made-up OS release 3\n")).isNull();
    assertThat(LegacyRelease.parse("/etc/redhat-release", "CentOS\n")).isNull();
    assertThat(LegacyRelease.parse("/etc/lsb-release", "LSB_VERSION=core-4.0\n")).isNull();
    assertThat(LegacyRelease.parse("/etc/alpine-release", "")).isNull();
    assertThat(LegacyRelease.parse("/bin/freebsd-version", "#!/bin/sh\n")).isNull();
  }

  @Property(tries = 300)
  void takesAnyText(@ForAll String text) {
    for (String name : new String[] {"redhat-release", "lsb-release", "debian_version", "x"}) {
      GuestOs os = LegacyRelease.parse("/etc/" + name, text);
      assertThat(os == null || !os.id().isEmpty()).isTrue();
    }
  }
}
