package io.github.backupdiag.cli;

import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Path;
import java.util.List;

/** What is wrong in a made-up root, and how a report must name it. */
enum Ailment {
  AGENT_MISSING("guest-agent-missing", "/var/lib/waagent", Codes.NO_STATUS) {
    @Override
    void befall(SampleRoot root) {
      String library = root.unit().equals("walinuxagent") ? "lib" : "usr/lib";
      root.without("var/lib/waagent")
          .without("var/log/azure")
          .without(SampleRoot.AGENT_LOG)
          .without(SampleRoot.CONFIG)
          .without("usr/sbin/waagent")
          .without("etc/systemd/system/multi-user.target.wants/" + root.unit() + ".service")
          .without(library + "/systemd/system/" + root.unit() + ".service");
    }
  },
  AGENT_NOT_RUNNING("guest-agent-not-running", "/proc", Codes.NO_STATUS, Codes.NO_SNAPSHOT) {
    @Override
    void befall(SampleRoot root) {
      root.file("proc/1/cmdline", "/usr/lib/systemd/systemd\0--system\0")
          .file("proc/901/cmdline", "tail\0-f\0/var/log/waagent.log\0");
    }
  },
  EXTENSIONS_DISABLED(
      "extensions-disabled-in-agent-config", "/etc/waagent.conf", Codes.NO_SNAPSHOT) {
    @Override
    void befall(SampleRoot root) {
      root.append(SampleRoot.CONFIG, "Extensions.Enabled=n\n");
    }
  },
  MOUNTED_NOEXEC(
      "agent-dir-mounted-noexec", "/proc/self/mountinfo", Codes.NO_STATUS, Codes.NO_SNAPSHOT) {
    @Override
    void befall(SampleRoot root) {
      root.file(
          "proc/self/mountinfo",
          """
          22 1 8:1 / / rw,relatime shared:1 - xfs /dev/sda1 rw
          25 22 8:2 / /var rw,nosuid,noexec,relatime shared:2 - xfs /dev/sda2 rw
          """);
    }
  },
  DISK_FULL("guest-disk-full", "/var/log/waagent.log", Codes.NO_STATUS, Codes.NO_SNAPSHOT) {
    @Override
    void befall(SampleRoot root) {
      root.append(
          SampleRoot.AGENT_LOG,
          SampleRoot.agentLine(
              9,
              "ERROR ExtHandler ExtHandler Failed to save handler status: [Errno 28] No space left"
                  + " on device: '/var/lib/waagent/x/config/HandlerStatus'"));
    }
  };

  private final String cause;
  private final String place;
  private final String codes;

  Ailment(String cause, String place, String... codes) {
    this.cause = cause;
    this.place = place;
    this.codes = String.join(" ", codes);
  }

  abstract void befall(SampleRoot root);

  /** Id of the cause. */
  String cause() {
    return cause;
  }

  /** File or folder that the evidence names. */
  String place() {
    return place;
  }

  /** Codes among whose causes, or their consequences, the catalog has this one. */
  List<String> codes() {
    return List.of(codes.split(" "));
  }

  /** Writes a root that has this and nothing else. */
  SampleRoot in(Path directory, Distribution distribution) {
    SampleRoot root = SampleRoot.of(distribution, directory);
    befall(root);
    return root;
  }

  /** The two codes whose causes are known. */
  static final class Codes {
    static final String NO_STATUS = "UserErrorGuestAgentStatusUnavailable";
    static final String NO_SNAPSHOT = "GuestAgentSnapshotTaskStatusError";
    static final List<String> ALL = List.of(NO_STATUS, NO_SNAPSHOT);

    private Codes() {}
  }
}
