package de.qapix.data.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One page of a list.
 *
 * @param records those that could be read
 * @param unreadable the others
 * @param keys what tells this page from others: the URIs of all records, or what they are
 * @param next the request for the page behind it
 */
public record Page<T>(
    List<T> records,
    List<UnreadableRecord> unreadable,
    List<String> keys,
    Optional<ApiRequest> next) {

  public Page {
    records = List.copyOf(records);
    unreadable = List.copyOf(unreadable);
    keys = List.copyOf(keys);
  }

  /**
   * Reads {@code {"collection": [...], "pagination": {"next_page": ...}}}.
   *
   * @param kind what the records are, e.g. {@code event}
   * @param decode makes a record, or throws {@link UnreadableRecordException}
   * @throws ApiException when the body has no collection
   */
  public static <T> Page<T> read(
      String kind, ApiRequest request, JsonNode body, Function<Fields, T> decode) {
    JsonNode collection = body.path("collection");
    if (!collection.isArray()) {
      throw ApiException.unreadable(request, "the answer has no collection");
    }
    List<T> records = new ArrayList<>();
    List<UnreadableRecord> unreadable = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (JsonNode json : collection) {
      JsonNode uri = json.path("uri");
      keys.add(uri.isString() ? uri.stringValue() : json.toString());
      try {
        records.add(decode.apply(Fields.of(json)));
      } catch (UnreadableRecordException failure) {
        unreadable.add(UnreadableRecord.of(kind, json, request, failure.getMessage()));
      }
    }
    String next = body.path("pagination").path("next_page").asString("");
    return new Page<>(
        records,
        unreadable,
        keys,
        next.isEmpty() ? Optional.empty() : Optional.of(request.next(next)));
  }
}
