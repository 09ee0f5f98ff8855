package io.github.backupdiag.cli;

import static io.github.backupdiag.guest.samples.SampleRoot.agentLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code diagnose --root} on copies in which the agent or its system has one fault, or none. */
class AgentRootsTest {

  private static final String AGENT_LOG = "/var/log/waagent.log";

  @TempDir private Path folder;

  /** One fault, how the report names it, and whether the log alone is enough. */
  private enum Fault {
    SELINUX_WITH_LINE("selinux-blocks-agent", "/var/log/audit/audit.log", true) {
      @Override
      void befall(SampleRoot root) {
        SELINUX_WITH_CODE.befall(root);
        root.append(
            SampleRoot.AGENT_LOG,
            agentLine(9, "WARNING ExtHandler ExtHandler x: [Errno 13] Permission denied: 'y'"));
      }
    },
    SELINUX_WITH_CODE("selinux-blocks-agent", "/var/log/audit/audit.log", false) {
      @Override
      void befall(SampleRoot root) {
        root.file("etc/selinux/config", "SELINUX=enforcing\n")
            .file("var/log/audit/audit.log", denial(9, "permissive=0"));
      }
    },
    CRASH_LOOP("guest-agent-crash-loop", AGENT_LOG, true) {
      @Override
      void befall(SampleRoot root) {
        for (int seconds : new int[] {1700, 1720, 1740}) {
          root.append(
              SampleRoot.AGENT_LOG,
              agentLine(
                  seconds,
                  "ERROR Daemon Daemon Daemon ended with exception -- Sleep 15 seconds and restart"
                      + " daemon"));
        }
      }
    },
    TOOL_MISSING("linux-agent-dependency-missing", AGENT_LOG, true) {
      @Override
      void befall(SampleRoot root) {
        tools(root)
            .append(
                SampleRoot.AGENT_LOG,
                agentLine(
                    9,
                    "ERROR ExtHandler ExtHandler Failed to get OpenSSL version: [Errno 2] No such"
                        + " file or directory: 'openssl'"));
      }
    },
    FIPS("fips-mode-blocks-agent", AGENT_LOG, true) {
      @Override
      void befall(SampleRoot root) {
        root.file("etc/default/grub", "GRUB_CMDLINE_LINUX=\"quiet fips=1\"\n")
            .append(
                SampleRoot.AGENT_LOG,
                agentLine(9, "ERROR ExtHandler ExtHandler Result: MAC verified OK")
                    + "Error outputting keys and certificates\n"
                    + "139760389863240:error:060740A0:digital envelope routines:"
                    + "EVP_PBE_CipherInit:unknown cipher:evp_pbe.c:186:\n");
      }
    },
    HUNG("linux-agent-hung", AGENT_LOG, false) {
      @Override
      void befall(SampleRoot root) {
        root.append(
            SampleRoot.AGENT_LOG,
            agentLine(4500, "INFO EnvHandler ExtHandler Configured network interfaces"));
      }
    },
    ORPHAN("linux-agent-hung", AGENT_LOG, true) {
      @Override
      void befall(SampleRoot root) {
        for (int seconds = 700; seconds < 1660; seconds += 3) {
          root.append(
              SampleRoot.AGENT_LOG,
              agentLine(
                  seconds,
                  "INFO WALinuxAgent-2.2.15 waiting for orphan process 4035 to terminate"));
        }
      }
    },
    CGROUP("linux-agent-cgroup-error", AGENT_LOG, true) {
      @Override
      void befall(SampleRoot root) {
        root.without("var/lib/waagent/WALinuxAgent-2.9.1.1")
            .file("var/lib/waagent/WALinuxAgent-2.2.40/HandlerManifest.json", "[{}]")
            .append(
                SampleRoot.AGENT_LOG,
                agentLine(
                    9,
                    "WARNING ExtHandler Monitor: failed to update cgroups tracked extensions:"
                        + " 'Cgroup hierarchy cpu not found in /proc/cgroups'"));
      }
    },
    COMMENTS("agent-config-inline-comments", "/etc/waagent.conf", true) {
      @Override
      void befall(SampleRoot root) {
        root.append(SampleRoot.CONFIG, "OS.OpensslPath=None   # If None, the default is used.\n")
            .append(
                SampleRoot.AGENT_LOG,
                agentLine(9, "ERROR ExtHandler Result: /bin/sh: 1: None: not found"));
      }
    },
    KILLED("guest-out-of-memory", "/var/log/messages", true) {
      @Override
      void befall(SampleRoot root) {
        root.file(
                "var/log/messages",
                "2026-03-14T02:15:18.000001+00:00 vm kernel: Out of memory: Killed process 2113"
                    + " (python3) total-vm:812345kB\n")
            .append(
                SampleRoot.AGENT_LOG,
                agentLine(
                    9,
                    "ERROR ExtHandler ExtHandler Event: name=x, message=[ExtensionOperationError]"
                        + " Non-zero exit code: 137, main/handle.sh enable"));
      }
    },
    BSD("guest-os-unsupported", null, false) {
      @Override
      void befall(SampleRoot root) {
        root.file("etc/os-release", "ID=freebsd\nVERSION_ID=14.0\nPRETTY_NAME=\"FreeBSD 14.0\"\n");
      }
    };

    private final String cause;
    private final String place;
    private final boolean withoutCode;

    Fault(String cause, String place, boolean withoutCode) {
      this.cause = cause;
      this.place = place;
      this.withoutCode = withoutCode;
    }

    abstract void befall(SampleRoot root);

    /** Codes among whose causes, or their consequences, the catalog has this one. */
    List<String> codes() {
      return switch (this) {
        case FIPS -> List.of(Codes.NO_SNAPSHOT);
        case KILLED -> List.of();
        default -> Codes.ALL;
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void theFaultIsTheFirstAndOnlyConfirmedCauseOnEachDistribution(Fault fault) {
    for (Distribution distribution : Distribution.values()) {
      SampleRoot root = SampleRoot.of(distribution, folder.resolve(distribution.name()));
      fault.befall(root);
      for (String code : fault.codes()) {
        assertBlamed(fault, diagnose(root, "--error", code));
      }
      if (fault.withoutCode) {
        assertBlamed(fault, diagnose(root));
      } else {
        assertThat(JsonReport.of(diagnose(root)).confirmed()).isEmpty();
      }
    }
  }

  private static void assertBlamed(Fault fault, Run run) {
    JsonNode cause = JsonReport.of(run).onlyConfirmed();
    assertThat(cause.get("id").asText()).isEqualTo(fault.cause);
    JsonNode evidence = cause.get("evidence").get(0);
    assertThat(evidence.get("stance").asText()).isEqualTo("for");
    if (fault.place != null) {
      assertThat(evidence.get("file").asText()).isEqualTo(fault.place);
      assertThat(evidence.get("excerpt").asText()).isNotEmpty();
    }
    assertThat(cause.get("steps")).isNotEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void theEvidenceNamesTheLineAndTheValue() {
    SampleRoot root = SampleRoot.of(Distribution.RHEL_9, folder);
    Fault.SELINUX_WITH_LINE.befall(root);
    JsonNode evidence = JsonReport.of(diagnose(root)).onlyConfirmed().get("evidence").get(0);
    assertThat(evidence.get("line").asInt()).isEqualTo(1);
    assertThat(evidence.get("excerpt").asText()).contains("{ execute }", "/var/lib/waagent");
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void healthyVariantsConfirmNothing(Distribution distribution) {
    SampleRoot root = SampleRoot.of(distribution, folder);
    root.append(SampleRoot.CONFIG, "Provisioning.Agent=cloud-init\nProvisioning.Enabled=n\n");
    assertNothingConfirmed(root);
    root.file("etc/selinux/config", "SELINUX=enforcing\n")
        .file("var/log/audit/audit.log", "type=LOGIN msg=audit(1773454509.000:1): uid=0\n");
    assertNothingConfirmed(root);
    root.file("var/log/audit/audit.log", denial(9, "permissive=1"));
    assertNothingConfirmed(root);
    root.file("var/log/audit/audit.log", denial(-100_000, "permissive=0"));
    assertNothingConfirmed(root);
    root.file("etc/default/grub", "GRUB_CMDLINE_LINUX=\"fips=1\"\n");
    assertNothingConfirmed(root);
    tools(root);
    assertNothingConfirmed(root);
    root.append(SampleRoot.CONFIG, "Logs.Verbose=y # for a while\nLib.Dir=/opt/waagent\n");
    assertNothingConfirmed(root);
  }

  @Test
  void aSystemThatNoListNamesIsOnlyAHint() {
    SampleRoot root =
        SampleRoot.of(Distribution.DEBIAN_12, folder)
            .file("etc/os-release", "ID=alpine\nVERSION_ID=3.19\n");
    assertNothingConfirmed(root);
    assertThat(JsonReport.of(diagnose(root)).causes("open"))
        .extracting(cause -> cause.get("id").asText())
        .contains("guest-os-unsupported");
  }

  private static void assertNothingConfirmed(SampleRoot root) {
    List<Run> runs = new ArrayList<>(List.of(diagnose(root)));
    Codes.ALL.forEach(code -> runs.add(diagnose(root, "--error", code)));
    for (Run run : runs) {
      assertThat(JsonReport.of(run).confirmed()).isEmpty();
      assertThat(JsonReport.of(run).causes("contradictory")).isEmpty();
      assertThat(run.status()).isEqualTo(ExitStatus.OK);
    }
  }

  private static String denial(long seconds, String permissive) {
    return String.format(
        Locale.ROOT,
        "type=AVC msg=audit(%d.104:211): avc:  denied  { execute } for  pid=2113 comm=\"handle.sh\""
            + " path=\"/var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1/x\""
            + " scontext=system_u:system_r:waagent_t:s0 tclass=file %s%n",
        SampleRoot.RUN.plusSeconds(seconds).getEpochSecond(),
        permissive);
  }

  /** All programs but openssl. */
  private static SampleRoot tools(SampleRoot root) {
    for (String name : List.of("ip", "sed", "grep", "sudo", "sfdisk", "fdisk", "mkfs", "parted")) {
      root.file("usr/bin/" + name, "x");
    }
    return root;
  }

  private static Run diagnose(SampleRoot root, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("diagnose", "--root", root.directory().toString(), "--format", "json"));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }
}
