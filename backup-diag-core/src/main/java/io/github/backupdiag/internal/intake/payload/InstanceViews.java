package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.azure.AzureVmFacts;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.azure.InstanceView;
import java.util.ArrayList;
import java.util.List;

/** The instance views of an input. Facts are of one VM: those of several become none. */
final class InstanceViews {

  private static final int MOST = 1_000;

  private final List<InstanceView> views = new ArrayList<>();
  private final List<ExtensionView> resources = new ArrayList<>();

  void add(InstanceView view) {
    if (views.size() < MOST) {
      views.add(view);
    }
  }

  /** Adds an extension that was listed apart from its VM. */
  void add(ExtensionView resource) {
    if (resources.size() < MOST) {
      resources.add(resource);
    }
  }

  void addTo(FactSet.Builder facts, Problems problems) {
    if (views.size() > 1) {
      problems.add("the input holds " + views.size() + " instance views: none was used as a fact");
    } else if (views.size() == 1 || !resources.isEmpty()) {
      facts.observed(AzureVmFacts.INSTANCE_VIEW, whole(), "input");
    }
  }

  private InstanceView whole() {
    if (views.isEmpty()) {
      return new InstanceView(null, null, List.of(), null, resources);
    }
    InstanceView view = views.get(0);
    List<ExtensionView> extensions = new ArrayList<>(view.extensions());
    extensions.addAll(resources);
    return new InstanceView(
        view.vm(), view.provisioningState(), view.statuses(), view.agent(), extensions);
  }
}
