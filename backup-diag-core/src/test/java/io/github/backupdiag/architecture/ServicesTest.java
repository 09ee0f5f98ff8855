package io.github.backupdiag.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.render.ReportRenderer;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Class path and module path find the same extensions of ours. */
class ServicesTest {

  @Test
  void namesTheSameProvidersInTheModuleAndInMetaInf() throws IOException {
    assertThat(inMetaInf()).isEqualTo(inModule());
  }

  @Test
  void listsProvidersInAlphabeticalOrderWithoutDuplicates() throws IOException {
    for (Path file : serviceFiles()) {
      assertThat(Files.readAllLines(file)).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void usesEveryKindOfExtension() {
    assertThat(BuiltModule.descriptor().uses())
        .containsExactlyInAnyOrder(
            CatalogSource.class.getName(),
            Diagnostic.class.getName(),
            Probe.class.getName(),
            ReportRenderer.class.getName());
  }

  @Test
  @Tag("class-path")
  void findsTheProvidersOfTheModuleOnTheClassPath() {
    assertThat(Diagnostic.class.getModule().isNamed()).as("runs on the class path").isFalse();

    Map<String, Set<String>> found = new TreeMap<>();
    found.put(CatalogSource.class.getName(), names(ServiceLoader.load(CatalogSource.class)));
    found.put(Diagnostic.class.getName(), names(ServiceLoader.load(Diagnostic.class)));
    found.put(Probe.class.getName(), names(ServiceLoader.load(Probe.class)));
    found.put(ReportRenderer.class.getName(), names(ServiceLoader.load(ReportRenderer.class)));
    found.values().removeIf(Set::isEmpty);

    assertThat(found).isEqualTo(inModule());
  }

  private static Set<String> names(ServiceLoader<?> loader) {
    return loader.stream()
        .map(provider -> provider.type().getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> inModule() {
    return BuiltModule.descriptor().provides().stream()
        .collect(
            Collectors.toMap(
                ModuleDescriptor.Provides::service,
                provides -> new TreeSet<>(provides.providers()),
                (one, other) -> one,
                TreeMap::new));
  }

  private static Map<String, Set<String>> inMetaInf() throws IOException {
    Map<String, Set<String>> services = new TreeMap<>();
    for (Path file : serviceFiles()) {
      services.put(
          file.getFileName().toString(),
          Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return services;
  }

  private static List<Path> serviceFiles() throws IOException {
    Path folder = BuiltModule.classes().resolve("META-INF/services");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
