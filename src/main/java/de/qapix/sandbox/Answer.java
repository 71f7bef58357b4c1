package de.qapix.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** An answer of the simulated API. */
record Answer(int status, ObjectNode body) {

  static Answer ok(ObjectNode body) {
    return new Answer(200, body);
  }

  static Answer resource(ObjectNode resource) {
    ObjectNode body = EventJson.JSON.objectNode();
    body.set("resource", resource);
    return ok(body);
  }

  static Answer problem(int status, String title, String message) {
    return new Answer(
        status, EventJson.JSON.objectNode().put("title", title).put("message", message));
  }

  /** 400, naming the parameter. */
  static Answer invalid(String parameter, String message) {
    Answer answer = problem(400, "Invalid Argument", "The supplied parameters are invalid.");
    answer
        .body()
        .putArray("details")
        .addObject()
        .put("parameter", parameter)
        .put("message", message);
    return answer;
  }

  static Answer notFound() {
    return problem(404, "Resource Not Found", "The server could not find the requested resource.");
  }

  static Answer unauthenticated() {
    return problem(401, "Unauthenticated", "The access token is invalid");
  }

  static Answer tooMany() {
    return problem(429, "Too Many Requests", "You have exceeded the rate limit.");
  }

  static Answer scopeMissing(Scope scope) {
    Answer answer =
        problem(
            403,
            "Insufficient scope",
            "This operation requires the scopes listed in the 'required_scopes' array.");
    answer.body().putArray("required_scopes").add(scope.word());
    return answer;
  }

  static Answer denied() {
    return problem(403, "Permission Denied", "You do not have permission to access this resource.");
  }

  static Answer notAllowed() {
    return problem(403, "Permission Denied", "You are not allowed to view this event");
  }
}
