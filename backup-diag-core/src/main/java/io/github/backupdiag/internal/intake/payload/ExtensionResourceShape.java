package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.azure.ExtensionView;
import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.Locale;

/** An extension of a VM, as a resource of its own. */
final class ExtensionResourceShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.INSTANCE_VIEW;
  }

  @Override
  public boolean fits(Node node) {
    Node body = node.body();
    boolean typed =
        node.first("type").toLowerCase(Locale.ROOT).endsWith("virtualmachines/extensions");
    return body.has("provisioningstate")
        && (typed
            || (body.has("publisher")
                && body.count("typehandlerversion", "autoupgrademinorversion") > 0));
  }

  @Override
  public void read(Place place, Walk walk) {
    walk.out().views().add(extension(place.node(), place.node().body().get("instanceview")));
    ViewStatuses.tell(place, walk);
  }

  /** Joins an extension resource and its instance view; either may be nothing. */
  static ExtensionView extension(Node resource, Node view) {
    Node body = resource.body();
    String state = body.first("provisioningstate");
    String name = view.first("name").isEmpty() ? resource.first("name") : view.first("name");
    return new ExtensionView(
        name,
        view.first("type").isEmpty() ? type(body) : view.first("type"),
        view.first("typehandlerversion").isEmpty()
            ? body.first("typehandlerversion")
            : view.first("typehandlerversion"),
        state.isEmpty() ? null : state,
        ViewStatuses.all(view.get("statuses")),
        ViewStatuses.all(view.get("substatuses")));
  }

  /** The resource type stands beside that of the extension, or in its place. */
  private static String type(Node body) {
    String own =
        body.first("typepropertiestype", "virtualmachineextensiontype", "extensiontype", "type");
    if (own.indexOf('/') >= 0) {
      return "";
    }
    String publisher = body.first("publisher");
    return publisher.isEmpty() || own.isEmpty() ? own : publisher + "." + own;
  }
}
