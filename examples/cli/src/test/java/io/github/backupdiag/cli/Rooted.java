package io.github.backupdiag.cli;

import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.testkit.FakeGuest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Guests in memory that hold the files of a made-up root. */
final class Rooted {

  /** Ten minutes before six hours after the run. */
  private static final String HEARTBEAT =
      SampleRoot.agentLine(
          21_000,
          "INFO ExtHandler ExtHandler [HEARTBEAT] Agent WALinuxAgent-2.9.1.1 is running as the goal"
              + " state agent [DEBUG HeartbeatCounter: 59;HeartbeatId: A1B2]");

  private Rooted() {}

  /** A copy, such as a mounted disk. */
  static FakeGuest copy(SampleRoot root) throws IOException {
    return filled(FakeGuest.copy(), root.directory(), Set.of());
  }

  /** The same machine on the next morning, while it runs on Azure, its agent too. */
  static FakeGuest live(SampleRoot root) throws IOException {
    return onAzure(filled(FakeGuest.live(), root.directory(), Set.of()))
        .file(
            "/" + SampleRoot.AGENT_LOG,
            Files.readString(root.directory().resolve(SampleRoot.AGENT_LOG)) + HEARTBEAT)
        .file("/sys/class/dmi/id/chassis_asset_tag", "7783-7084-3265-9085-8269-3286-77\n")
        .file("/proc/1/cmdline", "/usr/lib/systemd/systemd\0--system\0")
        .file("/proc/812/cmdline", "/usr/bin/python3\0-u\0/usr/sbin/waagent\0-daemon\0")
        .file(
            "/proc/1044/cmdline",
            "/usr/bin/python3\0-u\0bin/WALinuxAgent-2.9.1.1-py3.9.egg\0-run-exthandlers\0");
  }

  /** Lets the platform's addresses answer, and the one who asks be root. */
  static FakeGuest onAzure(FakeGuest guest) {
    HttpAnswer well = HttpAnswer.of(200, null, Instant.EPOCH, new byte[0], true);
    return guest
        .http("http://168.63.129.16/?comp=versions", well)
        .http("http://169.254.169.254/metadata/instance?api-version=2021-02-01", well)
        .tcp("168.63.129.16", 32526, NetworkOutcome.ANSWERED)
        .file("/proc/self/status", "Name:\tjava\nUid:\t0\t0\t0\t0\n")
        .file("/proc/self/uid_map", "0 0 4294967295\n");
  }

  /** Fills a guest with all files of a directory but some. */
  static FakeGuest filled(FakeGuest guest, Path directory, Set<String> without) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(each -> !each.equals(directory)).toList()) {
        String name = "/" + directory.relativize(path);
        if (!without.contains(name)) {
          add(guest, name, path);
        }
      }
    }
    return guest;
  }

  private static void add(FakeGuest guest, String name, Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      guest.link(name, Files.readSymbolicLink(path).toString());
    } else if (Files.isDirectory(path)) {
      guest.folder(name);
    } else {
      guest.file(name, Files.readAllBytes(path));
    }
  }
}
