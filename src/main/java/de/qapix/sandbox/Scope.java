package de.qapix.sandbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a token may be allowed to do. */
enum Scope {
  USERS("users:read", "/users"),
  ORGANIZATIONS("organizations:read", "/organizations|/organization_memberships"),
  EVENT_TYPES("event_types:read", "/event_types"),
  SCHEDULED_EVENTS("scheduled_events:read", "/scheduled_events");

  private final String word;
  private final Pattern paths;

  Scope(String word, String paths) {
    this.word = word;
    this.paths = Pattern.compile("(" + paths + ")(/.*)?");
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
    return paths.matcher(request.path()).matches();
  }
}
