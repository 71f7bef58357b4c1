package de.qapix.data.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an API says with a refusal; any body will do, JSON or not.
 *
 * @param words title and message, or the beginning of what is there, on one line
 * @param parameter the first parameter that the API objects to, or empty
 * @param scopes what the token would need
 * @param isWebPage whether it is a page for people, so that no API has said it
 */
record ErrorBody(String words, String parameter, List<String> scopes, boolean isWebPage) {

  static final ErrorBody NONE = new ErrorBody("", "", List.of(), false);

  private static final int ENOUGH = 200;

  static ErrorBody of(String body) {
    return Json.find(body)
        .filter(JsonNode::isObject)
        .map(ErrorBody::of)
        .orElseGet(() -> plain(body));
  }

  private static ErrorBody of(JsonNode json) {
    List<String> words = new ArrayList<>();
    for (String key : List.of("title", "message")) {
      String word = json.path(key).asString("");
      if (!word.isBlank()) {
        words.add(word);
      }
    }
    JsonNode detail = json.path("details").path(0);
    String parameter = detail.path("parameter").asString("");
    if (!parameter.isEmpty()) {
      words.add(parameter + " " + detail.path("message").asString(""));
    }
    List<String> scopes = new ArrayList<>();
    json.path("required_scopes").forEach(scope -> scopes.add(scope.asString("")));
    return new ErrorBody(
        shortened(words.isEmpty() ? json.toString() : String.join(": ", words)),
        parameter,
        scopes,
        false);
  }

  private static ErrorBody plain(String body) {
    Optional<String> title = WebPage.title(body);
    return new ErrorBody(shortened(title.orElse(body)), "", List.of(), title.isPresent());
  }

  /** The beginning, on one line, as a database can hold it. */
  static String shortened(String body) {
    String beginning = body.strip();
    String line =
        beginning.substring(0, Math.min(beginning.length(), 50 * ENOUGH)).replaceAll("\\s+", " ");
    return Json.storable(line.length() > ENOUGH ? line.substring(0, ENOUGH) + "…" : line);
  }
}
