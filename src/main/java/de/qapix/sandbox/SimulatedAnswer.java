package de.qapix.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** An answer of the simulated API. */
record SimulatedAnswer(int status, ObjectNode body) {

  static SimulatedAnswer ok(ObjectNode body) {
    return new SimulatedAnswer(200, body);
  }

  static SimulatedAnswer resource(ObjectNode resource) {
    ObjectNode body = EventJson.JSON.objectNode();
    body.set("resource", resource);
    return ok(body);
  }

  static SimulatedAnswer problem(int status, String title, String message) {
    return new SimulatedAnswer(
        status, EventJson.JSON.objectNode().put("title", title).put("message", message));
  }

  /** 400, naming the parameter. */
  static SimulatedAnswer invalid(String parameter, String message) {
    SimulatedAnswer answer =
        problem(400, "Invalid Argument", "The supplied parameters are invalid.");
    answer
        .body()
        .putArray("details")
        .addObject()
        .put("parameter", parameter)
        .put("message", message);
    return answer;
  }

  static SimulatedAnswer notFound() {
    return problem(404, "Resource Not Found", "The server could not find the requested resource.");
  }

  static SimulatedAnswer unauthenticated() {
    return problem(401, "Unauthenticated", "The access token is invalid");
  }

  static SimulatedAnswer tooMany() {
    return problem(429, "Too Many Requests", "You have exceeded the rate limit.");
  }

  static SimulatedAnswer scopeMissing(Scope scope) {
    SimulatedAnswer answer =
        problem(
            403,
            "Insufficient scope",
            "This operation requires the scopes listed in the 'required_scopes' array.");
    answer.body().putArray("required_scopes").add(scope.word());
    return answer;
  }

  static SimulatedAnswer denied() {
    return problem(403, "Permission Denied", "You do not have permission to access this resource.");
  }

  static SimulatedAnswer notAllowed() {
    return problem(403, "Permission Denied", "You are not allowed to view this event");
  }
}
