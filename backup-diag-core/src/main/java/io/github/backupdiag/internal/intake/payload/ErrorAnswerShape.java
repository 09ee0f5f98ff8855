package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;

/** An error as ARM answers it: a code and a message, perhaps with more of them inside. */
final class ErrorAnswerShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.ERROR_ANSWER;
  }

  @Override
  public boolean fits(Node node) {
    Node error = node.get("error");
    return isError(node)
        || (error.isObject() && (isError(error) || error.has("code") || error.has("message")));
  }

  private static boolean isError(Node node) {
    String code = node.first("code", "errorcode");
    return !code.isEmpty()
        && Roles.isCode(code)
        && node.count("message", "errormessage", "errorstring", "errortitle") > 0
        && State.of(node.first("status", "level")) != State.FINE
        && !node.first("level").equalsIgnoreCase("info");
  }

  @Override
  public void read(Place place, Walk walk) {
    Node node = place.node();
    int incident =
        walk.out()
            .incident(Times.first(node, "timestamp", "time", "endtime"), ResourceIds.of(node));
    walk.texts(place, incident);
  }
}
