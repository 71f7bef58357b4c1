package de.qapix.sandbox;

import com.sun.net.httpserver.HttpExchange;

/**
 * What a client asks.
 *
 * @param number counts the requests of the server, from 1
 * @param authorization the header, or null
 * @param member whether the token's user is a mere member, and no owner of the organization
 * @param twist how the answer is to differ from what it should be
 */
record Request(
    long number,
    String method,
    String path,
    RequestParameters parameters,
    String authorization,
    boolean member,
    ListDistortion twist) {

  private static final String EVENTS = "/scheduled_events";

  static Request of(long number, HttpExchange exchange) {
    return new Request(
        number,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        RequestParameters.parse(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders().getFirst("Authorization"),
        false,
        ListDistortion.NONE);
  }

  Request twisted(ListDistortion other) {
    return new Request(number, method, path, parameters, authorization, member, other);
  }

  Request ofMember() {
    return new Request(number, method, path, parameters, authorization, true, twist);
  }

  boolean isOfInvitees() {
    return path.startsWith(EVENTS) && path.endsWith("/invitees");
  }

  /** Whether it is about events or their invitees. */
  boolean isOfEvents() {
    return path.startsWith(EVENTS);
  }

  boolean isOfList() {
    return path.equals(EVENTS) || isOfInvitees();
  }

  /** Whether its answer comes in pages. */
  boolean isPaged() {
    return isOfList() || path.equals("/event_types") || path.equals("/organization_memberships");
  }

  boolean hasPageToken() {
    return parameters.find("page_token").isPresent();
  }
}
