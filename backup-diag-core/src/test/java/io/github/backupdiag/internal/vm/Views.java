package io.github.backupdiag.internal.vm;

import io.github.backupdiag.fact.azure.AgentView;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.azure.HandlerView;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.azure.ViewStatus;
import java.time.Instant;
import java.util.List;

/** Instance views that the tests of this package need. */
final class Views {

  private Views() {}

  static ViewStatus status(String code, String level, String display, String message, Instant at) {
    return new ViewStatus(code, level, display, message, at);
  }

  static InstanceView power(String power, String provisioning) {
    return view(power, provisioning, null, List.of());
  }

  static InstanceView view(
      String power, String provisioning, AgentView agent, List<ExtensionView> extensions) {
    return new InstanceView(
        "vm-1",
        null,
        List.of(
            status("ProvisioningState/" + provisioning, "Info", "", "", null),
            status("PowerState/" + power, "Info", "", "", null)),
        agent,
        extensions);
  }

  static InstanceView agent(String power, String display, String message, Instant at) {
    String code = display.equals("Ready") ? "succeeded" : "Unavailable";
    ViewStatus status = status("ProvisioningState/" + code, "Info", display, message, at);
    return view(power, "succeeded", new AgentView("2.7", List.of(status), List.of()), List.of());
  }

  static ExtensionView extension(String name, String state) {
    return new ExtensionView(
        name,
        "Publisher." + name,
        "1.0",
        null,
        List.of(status("ProvisioningState/" + state, "", "", "why", null)),
        List.of());
  }

  static InstanceView extensions(ExtensionView... extensions) {
    return view("running", "succeeded", null, List.of(extensions));
  }

  static InstanceView handler(String type, String code) {
    HandlerView handler =
        new HandlerView(
            type, "1.0", status("ProvisioningState/" + code, "", "Not Ready", "", null));
    AgentView agent = new AgentView("2.7", List.of(), List.of(handler));
    return view("running", "succeeded", agent, List.of());
  }
}
