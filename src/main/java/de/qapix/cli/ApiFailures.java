package de.qapix.cli;

import de.qapix.api.ApiException;
import java.util.Locale;

/** What an API says when it refuses. */
final class ApiFailures {

  private final Messages messages;

  ApiFailures(Messages messages) {
    this.messages = messages;
  }

  Failure of(ApiException failure) {
    String key = "api." + failure.kind().name().toLowerCase(Locale.ROOT);
    Object[] arguments = {
      failure.request(), failure.status(), failure.answer(), String.join(", ", failure.scopes())
    };
    return new Failure(
        ExitCode.UNAVAILABLE,
        "api-" + failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        messages.text(key, arguments),
        messages.text(key + ".hint", arguments));
  }
}
