package de.qapix.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cuts lists into pages. A page token holds for the parameters for which it was made and for no
 * others, and names the last record before the page, so that no record is lost while others come
 * and go.
 */
final class Pages {

  private final URI address;

  Pages(URI address) {
    this.address = address;
  }

  /**
   * One page.
   *
   * @param matches which of the records are shown
   */
  <T> SimulatedAnswer of(
      Request request, Records<T> records, Predicate<T> matches, Function<T, ObjectNode> json) {
    RequestParameters parameters = request.parameters();
    int count = parameters.count();
    Optional<String> after = parameters.find("page_token").map(token -> place(token, parameters));
    List<T> page =
        records
            .from(after)
            .dropWhile(
                record -> request.twist() != ListDistortion.EARLIER && isAt(after, record, records))
            .filter(matches)
            .skip(request.twist() == ListDistortion.LATER ? 1 : 0)
            .limit(count + 1L)
            .toList();
    boolean more = page.size() > count;
    List<T> shown = new ArrayList<>(more ? page.subList(0, count) : page);
    ObjectNode body = EventJson.JSON.objectNode();
    if (request.twist() == ListDistortion.TWICE && !shown.isEmpty()) {
      shown.add(shown.size() / 2, shown.get(shown.size() / 2));
    }
    shown.forEach(record -> body.withArray("collection").add(json.apply(record)));
    body.withArray("collection");
    String token = more ? token(records.place(page.get(count - 1)), parameters) : null;
    if (request.twist() == ListDistortion.AGAIN) {
      token = parameters.find("page_token").orElse("");
    }
    body.putObject("pagination")
        .put("count", shown.size())
        .put("next_page", token == null ? null : address(request.path(), parameters, token))
        .put("next_page_token", token)
        .putNull("previous_page")
        .putNull("previous_page_token");
    return SimulatedAnswer.ok(body);
  }

  private static <T> boolean isAt(Optional<String> place, T record, Records<T> records) {
    return place.isPresent() && records.place(record).equals(place.get());
  }

  private static String token(String place, RequestParameters parameters) {
    String text = parameters.withoutToken().hashCode() + " " + place;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String place(String token, RequestParameters parameters) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
      String[] parts = text.split(" ", 2);
      if (parts.length == 2
          && parts[0].equals(String.valueOf(parameters.withoutToken().hashCode()))) {
        return parts[1];
      }
    } catch (IllegalArgumentException garbage) {
      throw new InvalidParameterException("page_token", "is invalid");
    }
    throw new InvalidParameterException("page_token", "is invalid");
  }

  private String address(String path, RequestParameters parameters, String token) {
    StringJoiner query = new StringJoiner("&", address + path + "?", "");
    for (Map.Entry<String, String> parameter : parameters.withoutToken().entrySet()) {
      query.add(
          URLEncoder.encode(parameter.getKey(), UTF_8)
              + "="
              + URLEncoder.encode(parameter.getValue(), UTF_8));
    }
    return query.add("page_token=" + token).toString();
  }
}
