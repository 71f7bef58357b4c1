package de.qapix.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a request. */
record RequestParameters(Map<String, String> values) {

  private static final int LARGEST_PAGE = 100;
  private static final int USUAL_PAGE = 20;

  static RequestParameters parse(String query) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      values.put(
          URLDecoder.decode(sides[0], UTF_8),
          sides.length < 2 ? "" : URLDecoder.decode(sides[1], UTF_8));
    }
    return new RequestParameters(values);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  int count() {
    String count = find("count").orElse(String.valueOf(USUAL_PAGE));
    if (!count.matches("\\d{1,4}")
        || Integer.parseInt(count) < 1
        || Integer.parseInt(count) > LARGEST_PAGE) {
      throw new InvalidParameterException("count", "must be between 1 and " + LARGEST_PAGE);
    }
    return Integer.parseInt(count);
  }

  Optional<Instant> time(String name) {
    try {
      return find(name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noTime) {
      throw new InvalidParameterException(name, "is invalid");
    }
  }

  /** Whether the list is to run backwards. */
  boolean descending(String key) {
    String sort = find("sort").orElse(key + ":asc");
    if (!sort.equals(key + ":asc") && !sort.equals(key + ":desc")) {
      throw new InvalidParameterException("sort", "is invalid");
    }
    return sort.endsWith(":desc");
  }

  /** All but the page token, which holds for a request with just these. */
  Map<String, String> withoutToken() {
    Map<String, String> rest = new TreeMap<>(values);
    rest.remove("page_token");
    return rest;
  }
}
