package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.azure.AgentView;
import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.fact.azure.HandlerView;
import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.fact.azure.ViewStatus;
import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A VM with its instance view, or the instance view alone. */
final class InstanceViewShape implements Shape {

  private static final Pattern POWER =
      Pattern.compile(
          "(?:VM |PowerState/)(starting|running|stopping|stopped|deallocating|deallocated)");

  @Override
  public Kind kind(Node node) {
    return Kind.INSTANCE_VIEW;
  }

  @Override
  public boolean fits(Node node) {
    return isView(view(node));
  }

  private static Node view(Node node) {
    Node nested = node.get("properties", "instanceview");
    return nested.isObject() ? nested : node.has("instanceview") ? node.get("instanceview") : node;
  }

  private static boolean isView(Node view) {
    return view.get("vmagent").isObject()
        || !power(view).isEmpty()
        || view.get("statuses").items().stream()
            .anyMatch(status -> !ViewStatuses.one(status).of("PowerState").isEmpty());
  }

  @Override
  public void read(Place place, Walk walk) {
    Node vm = place.node();
    Node view = view(vm);
    walk.out()
        .views()
        .add(
            new InstanceView(
                name(vm), state(vm), statuses(view), agent(view), extensions(vm, view)));
    ViewStatuses.tell(place, walk);
  }

  private static @Nullable String name(Node vm) {
    String own = vm.first("name", "vmname", "computername");
    String id = vm.first("id");
    return id.isEmpty() ? (own.isEmpty() ? ResourceIds.of(vm).vm() : own) : id;
  }

  private static @Nullable String state(Node vm) {
    Node properties = vm.get("properties");
    String state = (properties.isObject() ? properties : vm).first("provisioningstate");
    return state.isEmpty() ? null : state;
  }

  private static List<ViewStatus> statuses(Node view) {
    List<ViewStatus> statuses = ViewStatuses.all(view.get("statuses"));
    String power = power(view);
    return power.isEmpty() || !statuses.isEmpty()
        ? statuses
        : List.of(new ViewStatus("PowerState/" + power, "", view.first("powerstate"), "", null));
  }

  /** Lists of VMs have one word for it, made of the code, in English everywhere. */
  private static String power(Node vm) {
    Matcher word = POWER.matcher(vm.first("powerstate"));
    boolean named = vm.count("resourcegroup", "resourcegroupname", "hardwareprofile") > 0;
    return named && word.matches() ? word.group(1) : "";
  }

  private static @Nullable AgentView agent(Node view) {
    Node agent = view.get("vmagent");
    if (!agent.isObject()) {
      return null;
    }
    List<HandlerView> handlers = new ArrayList<>();
    for (Node handler : agent.get("extensionhandlers").each()) {
      Node status = handler.get("status");
      handlers.add(
          new HandlerView(
              handler.first("type"),
              handler.first("typehandlerversion"),
              status.isObject() ? ViewStatuses.one(status) : null));
    }
    return new AgentView(
        agent.first("vmagentversion"), ViewStatuses.all(agent.get("statuses")), handlers);
  }

  /** The extensions of the view, with the state of their resources where the VM lists them. */
  private static List<ExtensionView> extensions(Node vm, Node view) {
    List<Node> resources = new ArrayList<>(vm.get("resources").items());
    List<ExtensionView> extensions = new ArrayList<>();
    for (Node extension : view.get("extensions").each()) {
      String name = extension.first("name");
      Node resource =
          resources.stream()
              .filter(candidate -> candidate.first("name").equalsIgnoreCase(name))
              .findFirst()
              .orElse(Node.NOTHING);
      resources.removeIf(candidate -> candidate.first("name").equalsIgnoreCase(name));
      extensions.add(ExtensionResourceShape.extension(resource, extension));
    }
    for (Node resource : resources) {
      extensions.add(ExtensionResourceShape.extension(resource, Node.NOTHING));
    }
    return extensions;
  }
}
