package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.probe.Probe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The probes that this module offers for Linux, with those for any guest. */
final class LinuxProbes {

  private LinuxProbes() {}

  static List<Probe> all() throws Exception {
    List<Probe> probes = new ArrayList<>();
    for (String name : names()) {
      if (name.contains(".windows.")) {
        continue;
      }
      probes.add(Class.forName(name).asSubclass(Probe.class).getConstructor().newInstance());
    }
    return probes;
  }

  static List<String> names() throws Exception {
    String services = "/META-INF/services/" + Probe.class.getName();
    try (var in = PlatformProbe.class.getResourceAsStream(services)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
