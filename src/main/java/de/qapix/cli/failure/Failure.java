package de.qapix.cli.failure;

import de.qapix.cli.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A failure in the user's words.
 *
 * @param kind a stable name for programs
 * @param message what happened, to what
 * @param hint what to do next; empty where the message says it all
 */
public record Failure(ExitCode code, String kind, String message, String hint) {

  /** The object that {@code --format json} prints. */
  Map<String, Object> json() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("kind", kind);
    error.put("hint", hint);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("success", false);
    json.put("message", message);
    json.put("error", error);
    return json;
  }
}
