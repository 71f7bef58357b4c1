package de.qapix.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What an API says with a refusal; any body will do, JSON or not.
 *
 * @param words title and message, or the beginning of what is there, on one line
 * @param parameter the first parameter that the API objects to, or empty
 * @param scopes what the token would need
 */
record ErrorBody(String words, String parameter, List<String> scopes) {

  static final ErrorBody NONE = new ErrorBody("", "", List.of());

  private static final int ENOUGH = 200;

  static ErrorBody of(String body) {
    return Json.find(body).filter(JsonNode::isObject).map(ErrorBody::of).orElse(plain(body));
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
        words.isEmpty() ? plain(json.toString()).words() : String.join(": ", words),
        parameter,
        scopes);
  }

  private static ErrorBody plain(String body) {
    return new ErrorBody(shortened(body), "", List.of());
  }

  /** The beginning, on one line. */
  static String shortened(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    return line.length() > ENOUGH ? line.substring(0, ENOUGH) + "…" : line;
  }
}
