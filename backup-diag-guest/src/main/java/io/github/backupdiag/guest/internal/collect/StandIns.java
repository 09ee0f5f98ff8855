package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.testkit.FakeGuest;
import java.util.List;

/**
 * The stand-ins of a family of systems. A probe whose later questions depend on what a file says
 * needs that file here; a test names it otherwise.
 */
final class StandIns {

  private static final String HANDLER = "Microsoft.Azure.RecoveryServices.VMSnapshotLinux";

  private StandIns() {}

  /** One that has all, one that has nothing, one that refuses all: each makes a probe ask on. */
  static List<GuestConnection> of(GuestOs.Family family) {
    return family == GuestOs.Family.LINUX
        ? List.of(new StandIn(linux()), moved(), FakeGuest.live().denied("/"))
        : List.of(new StandIn(FakeGuest.live()), FakeGuest.live(), FakeGuest.live().denied("C:/"));
  }

  private static FakeGuest moved() {
    return FakeGuest.live().file("/etc/waagent.conf", "Lib.Dir=" + Places.LIB + "\n");
  }

  private static FakeGuest linux() {
    String handler = "/" + HANDLER + "-" + Places.ANY_VERSION;
    FakeGuest guest = moved();
    for (String folder : List.of("/var/lib/waagent", Places.LIB)) {
      guest
          .file(folder + handler + "/config/" + Places.ANY + ".settings", settings())
          .file(folder + handler + "/status/" + Places.ANY + ".status", "[]");
    }
    return snapshot(processes(guest));
  }

  private static FakeGuest processes(FakeGuest guest) {
    String agent = "/proc/" + Places.AGENT_ID;
    return guest
        .file("/proc/self/mountinfo", "22 1 8:1 / " + Places.MOUNT + " rw - ext4 /dev/sda1 rw\n")
        .file("/proc/locks", "1: FLOCK  ADVISORY  WRITE " + Places.LOCKER_ID + " 08:01:7 0 EOF\n")
        .file(agent + "/cmdline", "/usr/bin/python3\0-u\0/usr/sbin/waagent\0-daemon\0")
        .link(agent + "/exe", "/usr/bin/python3")
        .file(
            "/etc/systemd/system/waagent.service",
            "[Service]\nEnvironmentFile=-" + Places.VARIABLES_FILE + "\n");
  }

  private static FakeGuest snapshot(FakeGuest guest) {
    return guest
        .file("/etc/azure/MicrosoftRecoverySvcsSafeFreezeLock/SafeFreezeLockFile", "")
        .file(
            "/etc/azure/VMSnapshotPluginHost.conf",
            "[pre_post]\npluginConfigPath0: " + Places.SCRIPT_CONFIG + "\n")
        .file("/etc/azure/VMSnapshotScriptPluginConfig.json", scripts())
        .file(Places.SCRIPT_CONFIG, scripts());
  }

  private static String settings() {
    return "{\"blob\": \"https://" + Places.STORAGE_HOST + "/\"}";
  }

  private static String scripts() {
    return "{\"pluginName\": \"ScriptRunner\", \"preScriptLocation\": \""
        + Places.SCRIPT
        + "\", \"postScriptLocation\": \""
        + Places.SCRIPT
        + "\", \"timeoutInSeconds\": 30, \"continueBackupOnFailure\": false}";
  }
}
