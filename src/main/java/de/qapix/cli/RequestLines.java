package de.qapix.cli;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.RequestLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A line for each request: method, path, status, time, and what the limit leaves. Never a
 * parameter, a header or a body: these hold tokens, people and passwords.
 */
final class RequestLines implements RequestLog {

  private static final int OK = 200;

  private final Terminal terminal;
  private final Messages messages;

  RequestLines(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public void over(ApiRequest request, int status, Duration took, OptionalInt remaining) {
    boolean one = request.path().chars().filter(letter -> letter == '/').count() > 1;
    Verbosity level = one && status == OK ? Verbosity.REQUESTS : Verbosity.LISTS;
    if (!terminal.hears(level)) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", "GET");
    fields.put("path", request.path());
    fields.put("status", status);
    fields.put("ms", took.toMillis());
    remaining.ifPresent(left -> fields.put("remaining", left));
    terminal.say(level, "request", line(request, status, took, remaining), fields);
  }

  private String line(ApiRequest request, int status, Duration took, OptionalInt left) {
    String answer = status == 0 ? "---" : String.valueOf(status);
    String remaining =
        left.isPresent() ? "  " + messages.text("request.left", left.getAsInt()) : "";
    return String.format(
        Locale.ROOT, "%s %5d ms%s  %s", answer, took.toMillis(), remaining, request);
  }
}
