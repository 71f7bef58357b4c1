package de.qapix.data.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One GET request of an API: its path and its query, already escaped.
 *
 * @param path from the API's address on, e.g. {@code /scheduled_events}
 * @param query without the question mark; empty for none
 */
public record ApiRequest(String path, String query) {

  public static ApiRequest get(String path) {
    return new ApiRequest(path, "");
  }

  /** The same request with one more parameter. */
  public ApiRequest with(String name, String value) {
    List<String> parts = new ArrayList<>();
    if (!query.isEmpty()) {
      parts.add(query);
    }
    parts.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8));
    return new ApiRequest(path, String.join("&", parts));
  }

  /**
   * The request that a page names as its next one. Only the query is taken from there: whatever
   * host a body names, the token goes to the address that the user has set and nowhere else.
   */
  public ApiRequest next(String nextPage) {
    int mark = nextPage.indexOf('?');
    return new ApiRequest(path, mark < 0 ? "" : nextPage.substring(mark + 1));
  }

  /** The value of a parameter, escaped as it stands in the query; empty where it has none. */
  Optional<String> parameter(String name) {
    return Arrays.stream(query.split("&"))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  URI on(URI address) {
    String base = address.toString().replaceAll("/+$", "");
    return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
  }

  /** Method and path, as messages name a request. */
  @Override
  public String toString() {
    return "GET " + path;
  }
}
