package de.qapix.data.api;

import tools.jackson.databind.JsonNode;

/**
 * A record that could not be decoded.
 *
 * @param kind what it is, e.g. {@code event}
 * @param key its URI, or where it stood in the answer when it has none
 * @param origin the request whose answer held it
 * @param raw the record as it came
 */
public record UnreadableRecord(String kind, String key, String origin, String reason, String raw) {

  static UnreadableRecord of(String kind, JsonNode json, ApiRequest request, String reason) {
    String raw = Json.canonical(json);
    String uri = json.path("uri").asString("");
    return new UnreadableRecord(
        kind,
        uri.isEmpty() ? request + " #" + Integer.toHexString(raw.hashCode()) : uri,
        request.toString(),
        reason,
        raw);
  }
}
