package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.probe.Probe;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinuxProbesTest {

  @Test
  void areTheSameOnClassPathAndModulePath() throws Exception {
    ModuleDescriptor module;
    try (var in = PlatformProbe.class.getResourceAsStream("/module-info.class")) {
      module = ModuleDescriptor.read(in);
    }
    List<String> services = services();
    assertThat(module.provides())
        .filteredOn(provided -> provided.service().equals(Probe.class.getName()))
        .singleElement()
        .satisfies(
            provided ->
                assertThat(provided.providers()).containsExactlyInAnyOrderElementsOf(services));
  }

  @Test
  void provideEachFactOnce() throws Exception {
    List<Object> facts = new ArrayList<>();
    for (String name : services()) {
      Probe probe = Class.forName(name).asSubclass(Probe.class).getConstructor().newInstance();
      facts.addAll(probe.descriptor().provides());
      assertThat(probe.descriptor()).isSameAs(probe.descriptor());
    }
    assertThat(facts).hasSize(13).doesNotHaveDuplicates();
  }

  private static List<String> services() throws Exception {
    String name = "/META-INF/services/" + Probe.class.getName();
    try (var in = PlatformProbe.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
