package de.qapix.cli.failure;

import de.qapix.cli.ExitCode;
import de.qapix.cli.Messages;
import de.qapix.data.api.ApiException;
import de.qapix.data.api.ConnectionFailure;
import java.util.Locale;

/** What an API says when it refuses. */
final class ApiFailures {

  private final Messages messages;

  ApiFailures(Messages messages) {
    this.messages = messages;
  }

  Failure of(ApiException failure) {
    return failure
        .connection()
        .map(connection -> unreachable(failure, connection))
        .orElseGet(() -> refused(failure));
  }

  private Failure refused(ApiException failure) {
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

  private Failure unreachable(ApiException failure, ConnectionFailure connection) {
    String key = "api.unreachable." + connection.trouble().name().toLowerCase(Locale.ROOT);
    String place = connection.place();
    Object[] arguments = {
      failure.request(),
      connection.atProxy() ? messages.text("api.unreachable.proxy", place) : place,
      connection.detail()
    };
    return new Failure(
        ExitCode.UNAVAILABLE,
        "api-unreachable",
        messages.text(key, arguments),
        messages.text(
            connection.atProxy() && !connection.trouble().isOfTheProxy()
                ? "api.unreachable.proxy.hint"
                : key + ".hint",
            arguments));
  }
}
