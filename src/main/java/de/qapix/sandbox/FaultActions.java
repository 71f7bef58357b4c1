package de.qapix.sandbox;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import de.qapix.sandbox.meetings.SeededChance;
import java.time.Duration;
import java.time.ZoneOffset;

/** All kinds of trouble with an answer. */
final class FaultActions {

  private static final Duration SLOWEST = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private static final String GATEWAY_PAGE =
      """
      <html>
      <head><title>502 Bad Gateway</title></head>
      <body><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center></body>
      </html>
      """;
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>
      """;

  private FaultActions() {}

  /**
   * The answer that goes out when there is trouble.
   *
   * @param usual gives the usual answer
   */
  static Reply reply(Fault fault, Request request, Handler usual, FaultContext context) {
    return switch (fault) {
      case INTERNAL_ERROR -> problem(500, "Internal Server Error");
      case BAD_GATEWAY -> Reply.html(502, GATEWAY_PAGE);
      case UNAVAILABLE -> problem(503, "Service Unavailable");
      case TOO_MANY -> Reply.of(SimulatedAnswer.tooMany()).with("Retry-After", retryAfter(context));
      case UNAUTHENTICATED -> Reply.of(SimulatedAnswer.unauthenticated());
      case NOT_FOUND -> Reply.of(SimulatedAnswer.notFound());
      case RESET -> usual.answer(request).sent(Reply.Manner.BROKEN_OFF);
      case STALL -> usual.answer(request).sent(Reply.Manner.STALLED);
      case HANG -> usual.answer(request).sent(Reply.Manner.NEVER);
      case TRUNCATED -> truncated(usual.answer(request));
      case HTML -> Reply.html(200, PAGE);
      case EMPTY -> usual.answer(request).with("");
      case SLOW -> usual.answer(request).after(slowness(context));
      case TOKEN_EXPIRED -> Reply.of(SimulatedAnswer.invalid("page_token", "is invalid"));
      case SHIFT -> usual.answer(request.twisted(shift(context)));
      case DUPLICATE -> usual.answer(request.twisted(duplicate(request, context)));
      case STALE -> usual.answer(request.twisted(ListDistortion.STALE));
      case LOOP -> usual.answer(request.twisted(ListDistortion.AGAIN));
      case HUGE -> usual.answer(request).sent(Reply.Manner.HUGE);
      case ECHO -> invalid("Authorization: " + request.authorization());
      case CONTROL -> invalid("\u0000 \u001b[31mred\u001b[0m \u001b]0;title\u0007 \r\n\u009b2J");
      case POISON, DELETED, CHURN, REVOKED, DEMOTED, SCOPE_MISSING -> usual.answer(request);
    };
  }

  private static Reply invalid(String message) {
    return Reply.of(SimulatedAnswer.problem(400, "Invalid Argument", message));
  }

  private static Reply problem(int status, String title) {
    return Reply.of(SimulatedAnswer.problem(status, title, "The server met some trouble."));
  }

  /** A number of seconds and a date in turn; the date in whole seconds, lest it be over at once. */
  private static String retryAfter(FaultContext context) {
    return context.times() % 2 == 1
        ? String.valueOf(RETRY.toSeconds())
        : RFC_1123_DATE_TIME.format(
            context.now().plus(RETRY).plusSeconds(1).atOffset(ZoneOffset.UTC));
  }

  private static Reply truncated(Reply usual) {
    return usual.with(usual.body().substring(0, usual.body().length() / 2));
  }

  private static Duration slowness(FaultContext context) {
    return SeededChance.between(Duration.ZERO, SLOWEST, context.random());
  }

  private static ListDistortion shift(FaultContext context) {
    return context.random().nextBoolean() ? ListDistortion.EARLIER : ListDistortion.LATER;
  }

  private static ListDistortion duplicate(Request request, FaultContext context) {
    return request.hasPageToken() && context.random().nextBoolean()
        ? ListDistortion.EARLIER
        : ListDistortion.TWICE;
  }
}
