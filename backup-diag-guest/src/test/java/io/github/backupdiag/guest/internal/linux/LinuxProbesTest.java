package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.probe.Probe;
import java.lang.module.ModuleDescriptor;
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
    List<String> services = LinuxProbes.names();
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
    for (Probe probe : LinuxProbes.all()) {
      facts.addAll(probe.descriptor().provides());
      assertThat(probe.descriptor()).isSameAs(probe.descriptor());
    }
    assertThat(facts).hasSize(56).doesNotHaveDuplicates();
  }
}
