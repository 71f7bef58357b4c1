package de.qapix.api;

import tools.jackson.databind.JsonNode;

/**
 * A record that could not be decoded.
 *
 * @param key its URI, or where it stood in the answer when it has none
 * @param origin the request whose answer held it
 * @param raw the record as it came
 */
public record UnreadableRecord(String key, String origin, String reason, String raw) {

  static UnreadableRecord of(JsonNode json, ApiRequest request, String reason) {
    String raw = Json.canonical(json);
    String uri = json.path("uri").asString("");
    return new UnreadableRecord(
        uri.isEmpty() ? request + " #" + Integer.toHexString(raw.hashCode()) : uri,
        request.toString(),
        reason,
        raw);
  }
}
