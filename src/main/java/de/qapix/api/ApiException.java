package de.qapix.api;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

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
    /** An answer that makes no sense. */
    UNREADABLE,
    /** A list that leads back to where it was, or does not end. */
    ENDLESS
  }

  private final Kind kind;
  private final String request;
  private final int status;
  private final String answer;
  private final List<String> scopes;
  private final String parameter;

  private ApiException(
      Kind kind, String request, int status, String answer, ErrorBody body, Throwable cause) {
    super(request + ": " + kind.name().toLowerCase(Locale.ROOT) + ": " + answer, cause);
    this.kind = kind;
    this.request = request;
    this.status = status;
    this.answer = answer;
    this.scopes = List.copyOf(body.scopes());
    this.parameter = body.parameter();
  }

  static ApiException refused(ApiRequest request, int status, ErrorBody body) {
    return new ApiException(
        kind(status, body), request.toString(), status, body.words(), body, null);
  }

  /** The connection could not be made, or broke. */
  public static ApiException unreachable(ApiRequest request, String address, Throwable cause) {
    return new ApiException(
        Kind.UNREACHABLE, request.toString(), 0, address, ErrorBody.NONE, cause);
  }

  static ApiException stalled(ApiRequest request, Duration waited) {
    long millis = waited.toMillis();
    String words = millis < 1_000 ? millis + " ms" : Math.round(millis / 1_000.0) + " s";
    return new ApiException(Kind.STALLED, request.toString(), 0, words, ErrorBody.NONE, null);
  }

  /** The list would go on for ever; {@code what} says how that was noticed. */
  static ApiException endless(ApiRequest request, String what) {
    return new ApiException(Kind.ENDLESS, request.toString(), 200, what, ErrorBody.NONE, null);
  }

  /** The answer was not what the API promises; {@code what} says in which way. */
  public static ApiException unreadable(ApiRequest request, String what) {
    return new ApiException(
        Kind.UNREADABLE, request.toString(), 200, ErrorBody.shortened(what), ErrorBody.NONE, null);
  }

  /** The same refusal, for want of all these scopes. */
  public ApiException lacking(Collection<String> all) {
    ErrorBody body = new ErrorBody(answer, parameter, List.copyOf(all));
    return new ApiException(kind, request, status, answer, body, this);
  }

  private static Kind kind(int status, ErrorBody body) {
    return switch (status) {
      case 401 -> Kind.UNAUTHENTICATED;
      case 403 -> forbidden(body);
      case 404, 410 -> Kind.NOT_FOUND;
      case 429 -> Kind.THROTTLED;
      default -> status >= 500 ? Kind.SERVER_ERROR : Kind.INVALID;
    };
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

  /** Whether the API no longer knows the page token: the list has to be entered anew. */
  public boolean pageTokenExpired() {
    return kind == Kind.INVALID && parameter.equals("page_token");
  }

  /**
   * Whether it may be about the record that was asked for and not about us or the API as a whole.
   */
  public boolean concernsOneRecord() {
    return switch (kind) {
      case FORBIDDEN, NOT_FOUND, INVALID, SERVER_ERROR, STALLED, UNREADABLE, ENDLESS -> true;
      default -> false;
    };
  }

  /** Whether fewer requests at once may help. */
  boolean isOverload() {
    return kind == Kind.THROTTLED || kind == Kind.STALLED || status == 503;
  }

  /** Whether the same request may succeed a moment later. */
  boolean worthRetrying() {
    return switch (kind) {
      case THROTTLED, SERVER_ERROR, UNREACHABLE, STALLED, UNREADABLE -> true;
      default -> false;
    };
  }
}
