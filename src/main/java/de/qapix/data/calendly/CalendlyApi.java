package de.qapix.data.calendly;

import de.qapix.data.api.ApiClient;
import de.qapix.data.api.ApiException;
import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.TimeBox;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * Calendly's answers. Where the token lacks a scope, the refusal names all that it lacks for a sync
 * and not just the one that was needed first: tokens cannot be changed, only made anew.
 */
final class CalendlyApi {

  private static final List<String> LISTS =
      List.of("/organization_memberships", "/event_types", "/scheduled_events");

  private final ApiClient client;
  private Optional<Set<String>> missing = Optional.empty();

  CalendlyApi(ApiClient client) {
    this.client = client;
  }

  JsonNode get(ApiRequest request, TimeBox box) throws InterruptedException, TimeoutException {
    try {
      return client.get(request, box);
    } catch (ApiException refused) {
      throw refused.kind() == ApiException.Kind.SCOPE_MISSING
          ? refused.lacking(missing(refused, box))
          : refused;
    }
  }

  /** Asked for once, however many requests are refused. */
  private synchronized Set<String> missing(ApiException refused, TimeBox box)
      throws InterruptedException {
    Set<String> scopes = new LinkedHashSet<>();
    try {
      if (missing.isEmpty()) {
        probe(scopes, box);
        missing = Optional.of(new LinkedHashSet<>(scopes));
      }
      scopes.addAll(missing.get());
    } catch (TimeoutException timeIsUp) {
      // What is known so far is better than nothing.
    }
    scopes.addAll(refused.scopes());
    return scopes;
  }

  private void probe(Set<String> scopes, TimeBox box)
      throws InterruptedException, TimeoutException {
    Optional<String> user =
        probe(ApiRequest.get("/users/me"), scopes, box)
            .map(me -> me.path("resource").path("uri").asString(""));
    for (String list : LISTS) {
      ApiRequest request = ApiRequest.get(list).with("count", "1");
      probe(user.map(uri -> request.with("user", uri)).orElse(request), scopes, box);
    }
  }

  /** Only a missing scope counts: any other refusal comes from one who has looked at the scopes. */
  private Optional<JsonNode> probe(ApiRequest request, Set<String> scopes, TimeBox box)
      throws InterruptedException, TimeoutException {
    try {
      return Optional.of(client.get(request, box));
    } catch (ApiException refused) {
      scopes.addAll(refused.scopes());
      return Optional.empty();
    }
  }
}
