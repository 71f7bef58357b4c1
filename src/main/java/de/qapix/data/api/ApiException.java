package de.qapix.data.api;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request that came to nothing, and who can do something about it. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong, by who can act. */
  public enum Kind {
    /** The token is not valid: missing, mistyped, expired, revoked. */
    UNAUTHENTICATED,
    /** The token lacks a scope. */
    SCOPE_MISSING,
    /** The account's plan does not include this. */
    PLAN_MISSING,
    /** The user may not see this. */
    FORBIDDEN,
    NOT_FOUND,
    /** The API did not understand a parameter. */
    INVALID,
    /** The API said "slow down" too often. */
    THROTTLED,
    /** The API is in trouble itself. */
    SERVER_ERROR,
    /** No connection, or one that broke. */
    UNREACHABLE,
    /** No whole answer in time. */
    STALLED,
    /** The time was up before anything could be asked. */
    NOT_ASKED,
    /** An answer that makes no sense. */
    UNREADABLE,
    /** A list that leads back to where it was, or does not end. */
    ENDLESS,
    /**
     * A page for people where the API should answer: of whoever sits in between, or a wrong host.
     */
    WEB_PAGE,
    /** An answer packed in a way that nobody asked for. */
    PACKED,
    /** An answer larger than any of the API. */
    TOO_LARGE,
    /** The API, or something in between, sends us elsewhere. */
    REDIRECTED
  }

  private final Kind kind;
  private final String request;
  private final int status;
  private final String answer;
  private final List<String> scopes;
  private final String parameter;
  private final transient ConnectionFailure connection;

  private ApiException(
      Kind kind, String request, int status, String answer, ErrorBody body, Throwable cause) {
    super(request + ": " + words(kind) + ": " + answer, cause);
    this.kind = kind;
    this.request = request;
    this.status = status;
    this.answer = answer;
    this.scopes = List.copyOf(body.scopes());
    this.parameter = body.parameter();
    this.connection = null;
  }

  private ApiException(String request, ConnectionFailure connection, Throwable cause) {
    super(request + ": " + words(connection), cause);
    this.kind = Kind.UNREACHABLE;
    this.request = request;
    this.status = 0;
    this.answer = words(connection);
    this.scopes = List.of();
    this.parameter = "";
    this.connection = connection;
  }

  private static String words(ConnectionFailure connection) {
    return words(connection.trouble()) + " at " + connection.place();
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static ApiException refused(ApiRequest request, int status, ErrorBody body) {
    String words = status < 300 ? (status + " " + body.words()).strip() : body.words();
    return new ApiException(kind(status, body), request.toString(), status, words, body, null);
  }

  /** The connection could not be made, or broke. */
  static ApiException unreachable(
      ApiRequest request, ConnectionFailure connection, Throwable cause) {
    return new ApiException(request.toString(), connection, cause);
  }

  static ApiException stalled(ApiRequest request, Duration waited) {
    return of(Kind.STALLED, request, 0, words(waited));
  }

  static ApiException notAsked(Duration spent) {
    return new ApiException(Kind.NOT_ASKED, "-", 0, words(spent), ErrorBody.NONE, null);
  }

  private static String words(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1_000 ? millis + " ms" : Math.round(millis / 1_000.0) + " s";
  }

  /** The list would go on for ever; {@code what} says how that was noticed. */
  static ApiException endless(ApiRequest request, String what) {
    return of(Kind.ENDLESS, request, 200, what);
  }

  static ApiException tooLarge(ApiRequest request) {
    return of(Kind.TOO_LARGE, request, 0, BodyTooLargeException.MOST / 1024 / 1024 + " MB");
  }

  static ApiException packed(ApiRequest request, String encoding) {
    return of(Kind.PACKED, request, 0, ErrorBody.shortened(encoding));
  }

  static ApiException redirected(ApiRequest request, int status, String target) {
    return of(Kind.REDIRECTED, request, status, ErrorBody.shortened(target));
  }

  /** An answer of 200 that is no JSON. */
  static ApiException noJson(ApiRequest request, String body) {
    return WebPage.title(body)
        .map(title -> of(Kind.WEB_PAGE, request, 200, ErrorBody.shortened(title)))
        .orElseGet(() -> unreadable(request, "no JSON: " + shown(body)));
  }

  /** What begins as JSON is somebody's data. */
  private static String shown(String body) {
    String text = body.strip();
    boolean data = text.startsWith("{") || text.startsWith("[");
    return data
        ? text.length()
            + " characters that begin with "
            + text.charAt(0)
            + " and are broken or cut off"
        : text.isEmpty() ? "\"\"" : body;
  }

  /** The answer was not what the API promises; {@code what} says in which way. */
  public static ApiException unreadable(ApiRequest request, String what) {
    return of(Kind.UNREADABLE, request, 200, ErrorBody.shortened(what));
  }

  private static ApiException of(Kind kind, ApiRequest request, int status, String answer) {
    return new ApiException(kind, request.toString(), status, answer, ErrorBody.NONE, null);
  }

  /** The same refusal, for want of all these scopes. */
  public ApiException lacking(Collection<String> all) {
    ErrorBody body = new ErrorBody(answer, parameter, List.copyOf(all), false);
    return new ApiException(kind, request, status, answer, body, this);
  }

  private static Kind kind(int status, ErrorBody body) {
    return switch (status) {
      case 401 -> Kind.UNAUTHENTICATED;
      case 429 -> Kind.THROTTLED;
      case 403 -> body.isWebPage() ? Kind.WEB_PAGE : forbidden(body);
      case 404, 410 -> body.isWebPage() ? Kind.WEB_PAGE : Kind.NOT_FOUND;
      default -> other(status, body);
    };
  }

  private static Kind other(int status, ErrorBody body) {
    if (status >= 500) {
      return Kind.SERVER_ERROR;
    }
    if (body.isWebPage()) {
      return Kind.WEB_PAGE;
    }
    return status < 300 ? Kind.UNREADABLE : Kind.INVALID;
  }

  private static Kind forbidden(ErrorBody body) {
    if (!body.scopes().isEmpty()) {
      return Kind.SCOPE_MISSING;
    }
    return body.words().toLowerCase(Locale.ROOT).contains("upgrade")
        ? Kind.PLAN_MISSING
        : Kind.FORBIDDEN;
  }

  public Kind kind() {
    return kind;
  }

  /** Method and path. */
  public String request() {
    return request;
  }

  /** The HTTP status; 0 where there was no answer. */
  public int status() {
    return status;
  }

  /** What came back, in the API's own words, or what was expected and did not come. */
  public String answer() {
    return answer;
  }

  /** The scopes that the API asks for; empty unless the kind is SCOPE_MISSING. */
  public List<String> scopes() {
    return scopes;
  }

  /** What became of the connection; empty unless the kind is UNREACHABLE. */
  public Optional<ConnectionFailure> connection() {
    return Optional.ofNullable(connection);
  }

  /** Whether the API no longer knows the page token: the list has to be entered anew. */
  public boolean pageTokenExpired() {
    return kind == Kind.INVALID && parameter.equals("page_token");
  }

  /** What is the matter with the answer, or what the API refused and how. */
  public String reason() {
    return kind == Kind.UNREADABLE || kind == Kind.ENDLESS
        ? answer
        : status + " " + words(kind) + ": " + answer;
  }

  /**
   * Whether it may be about the record that was asked for and not about us or the API as a whole.
   */
  public boolean concernsOneRecord() {
    return switch (kind) {
      case FORBIDDEN,
          NOT_FOUND,
          INVALID,
          SERVER_ERROR,
          STALLED,
          UNREADABLE,
          ENDLESS,
          WEB_PAGE,
          TOO_LARGE ->
          true;
      default -> false;
    };
  }

  /** Whether fewer requests at once may help. */
  boolean isOverload() {
    return switch (kind) {
      case THROTTLED, STALLED -> true;
      case UNREACHABLE -> connection.trouble().mayBeOverload();
      default -> status == 503;
    };
  }

  /** Whether the same request may succeed a moment later. */
  boolean worthRetrying() {
    return switch (kind) {
      case THROTTLED, SERVER_ERROR, STALLED, UNREADABLE, WEB_PAGE, PACKED -> true;
      case UNREACHABLE -> connection.trouble().mayPass();
      default -> false;
    };
  }
}
