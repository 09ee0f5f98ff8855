package io.github.backupdiag.architecture;

import io.github.backupdiag.BackupDiagnosis;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The module as it was compiled, read the same way on the module path and on the class path. */
final class BuiltModule {

  private BuiltModule() {}

  static Path classes() {
    try {
      return Path.of(
          BackupDiagnosis.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ModuleDescriptor descriptor() {
    return ModuleFinder.of(classes()).findAll().iterator().next().descriptor();
  }

  /** The packages of the API; what only our own modules may see is none. */
  static Set<String> exportedPackages() {
    return descriptor().exports().stream()
        .filter(exported -> !exported.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toSet());
  }
}
