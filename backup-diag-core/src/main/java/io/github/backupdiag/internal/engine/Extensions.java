package io.github.backupdiag.internal.engine;

import io.github.backupdiag.ExtensionConflictException;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.render.ReportRenderer;
import io.github.backupdiag.report.ExtensionProblem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Rules, probes, catalogs and renderers: found by ServiceLoader, here alone, or given by hand. */
public final class Extensions {

  private final Map<String, Diagnostic> replacedDiagnostics = new LinkedHashMap<>();
  private final Map<String, Probe> replacedProbes = new LinkedHashMap<>();
  private final Set<String> without = new LinkedHashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();
  private final List<CatalogSource> catalogs = new ArrayList<>();
  private final List<ReportRenderer> renderers = new ArrayList<>();
  private final List<ExtensionProblem> problems = new ArrayList<>();

  /** Everything that takes part, by id and in the order of ids. */
  public record Chosen(
      Map<String, Diagnostic> diagnostics,
      Map<String, Probe> probes,
      List<CatalogSource> catalogs,
      Map<String, ReportRenderer> renderers,
      List<ExtensionProblem> problems) {}

  /** Adds what ServiceLoader finds; a provider that cannot be loaded becomes a problem. */
  public void discover() {
    discover(ServiceLoader.load(Diagnostic.class), Diagnostic.class, diagnostics);
    discover(ServiceLoader.load(Probe.class), Probe.class, probes);
    discover(ServiceLoader.load(CatalogSource.class), CatalogSource.class, catalogs);
    discover(ServiceLoader.load(ReportRenderer.class), ReportRenderer.class, renderers);
  }

  private <S> void discover(ServiceLoader<S> loader, Class<S> type, List<S> found) {
    Iterator<S> providers = loader.iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        found.add(providers.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(
            new ExtensionProblem(
                type.getSimpleName(), "a provider cannot be loaded: " + Failures.describe(e)));
        if (problems.size() > 100) {
          return;
        }
      }
    }
  }

  /** Adds a rule. */
  public void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /** Adds a probe. */
  public void add(Probe probe) {
    probes.add(probe);
  }

  /** Adds a catalog. */
  public void add(CatalogSource source) {
    catalogs.add(source);
  }

  /** Adds a renderer. */
  public void add(ReportRenderer renderer) {
    renderers.add(renderer);
  }

  /** Puts a rule in the place of another one. */
  public void replace(String id, Diagnostic diagnostic) {
    replacedDiagnostics.put(id, diagnostic);
  }

  /** Puts a probe in the place of another one. */
  public void replace(String id, Probe probe) {
    replacedProbes.put(id, probe);
  }

  /** Leaves a rule or probe out. */
  public void without(String id) {
    without.add(id);
  }

  /** Decides who takes part. */
  public Chosen choose() {
    List<String> conflicts = new ArrayList<>();
    Map<String, Diagnostic> rules =
        byId(diagnostics, rule -> rule.descriptor().id(), "diagnostic", conflicts);
    Map<String, Probe> lookers = byId(probes, probe -> probe.descriptor().id(), "probe", conflicts);
    checkKnown(rules, lookers, conflicts);
    rules.putAll(replacedDiagnostics);
    lookers.putAll(replacedProbes);
    rules.keySet().removeAll(without);
    lookers.keySet().removeAll(without);
    Map<String, ReportRenderer> formats =
        byId(renderers, ReportRenderer::format, "renderer", conflicts);
    byId(catalogs, CatalogSource::id, "catalog source", conflicts);
    if (!conflicts.isEmpty()) {
      throw new ExtensionConflictException(conflicts);
    }
    return new Chosen(rules, lookers, List.copyOf(catalogs), formats, List.copyOf(problems));
  }

  private <T> Map<String, T> byId(
      List<T> extensions, Function<T, String> idOf, String kind, List<String> conflicts) {
    Map<String, T> byId = new TreeMap<>();
    for (T extension : extensions) {
      String id = describe(extension, idOf, kind);
      T other = id.isEmpty() ? null : byId.putIfAbsent(id, extension);
      if (other != null) {
        conflicts.add(
            kind
                + " '"
                + id
                + "' is given twice: by "
                + place(other)
                + " and by "
                + place(extension)
                + "; rename one, or call replace(\""
                + id
                + "\", …)");
      }
    }
    return byId;
  }

  private <T> String describe(T extension, Function<T, String> idOf, String kind) {
    try {
      return idOf.apply(extension);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      problems.add(
          new ExtensionProblem(
              extension.getClass().getName(),
              "this " + kind + " cannot describe itself: " + Failures.describe(e)));
      return "";
    }
  }

  private void checkKnown(
      Map<String, Diagnostic> rules, Map<String, Probe> lookers, List<String> conflicts) {
    Set<String> named = new LinkedHashSet<>(without);
    named.addAll(replacedDiagnostics.keySet());
    named.addAll(replacedProbes.keySet());
    for (String id : named) {
      if (!rules.containsKey(id) && !lookers.containsKey(id)) {
        Set<String> known = new LinkedHashSet<>(rules.keySet());
        known.addAll(lookers.keySet());
        conflicts.add(
            "there is no diagnostic or probe '"
                + id
                + "' to replace or leave out"
                + io.github.backupdiag.internal.text.Nearest.suggestion(id, known));
      }
    }
  }

  private static String place(Object extension) {
    Class<?> type = extension.getClass();
    var source = type.getProtectionDomain().getCodeSource();
    return type.getName()
        + (source == null || source.getLocation() == null
            ? ""
            : " (" + fileName(source.getLocation().getPath()) + ")");
  }

  private static String fileName(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
