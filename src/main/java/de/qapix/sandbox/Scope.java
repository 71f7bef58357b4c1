package de.qapix.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a token may be allowed to do. */
enum Scope {
  USERS("users:read", "/users"),
  ORGANIZATIONS("organizations:read", "/organizations", "/organization_memberships"),
  EVENT_TYPES("event_types:read", "/event_types"),
  SCHEDULED_EVENTS("scheduled_events:read", "/scheduled_events");

  private final String word;
  private final List<String> paths;

  Scope(String word, String... paths) {
    this.word = word;
    this.paths = List.of(paths);
  }

  /** As Calendly calls it. */
  String word() {
    return word;
  }

  static Optional<Scope> find(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }

  /** Whether the request needs it. */
  boolean isNeededFor(Request request) {
    String path = request.path();
    return paths.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }
}
