package de.qapix.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of trouble that a simulated Calendly can make. */
public enum Fault {
  INTERNAL_ERROR("500", Aim.ANY),
  BAD_GATEWAY("502", Aim.ANY),
  UNAVAILABLE("503", Aim.ANY),
  /** One that no header foretold. */
  TOO_MANY("429", Aim.ANY),
  UNAUTHENTICATED("401", Aim.ANY),
  NOT_FOUND("404", Aim.INVITEES),
  /** The connection ends in mid-body. */
  RESET("reset", Aim.ANY),
  /** Half the body, then silence. */
  STALL("stall", Aim.ANY),
  /** No answer at all. */
  HANG("hang", Aim.ANY),
  /** Half the body, as if that were all. */
  TRUNCATED("truncated", Aim.ANY),
  HTML("html", Aim.ANY),
  EMPTY("empty", Aim.ANY),
  SLOW("slow", Aim.ANY),
  TOKEN_EXPIRED("token-expired", Aim.FURTHER_PAGES),
  /** A page begins one record too early or too late. */
  SHIFT("shift", Aim.FURTHER_PAGES),
  /** A record comes twice. */
  DUPLICATE("duplicate", Aim.LISTS),
  /** Events are shown as they were before. */
  STALE("stale", Aim.EVENTS),
  /** A page names itself as the next one. */
  LOOP("loop", Aim.PAGES),
  /** Status 200 and a body that is far too large. */
  HUGE("huge", Aim.ANY),
  /** An error whose text repeats the Authorization header, token included. */
  ECHO("echo", Aim.ANY),
  /** An error whose text holds U+0000 and what a terminal would obey. */
  CONTROL("control", Aim.ANY),
  /** Events that Calendly cannot send: of so many events, not of so many requests. */
  POISON("poison", Amount.SHARE),
  /** Events that Calendly no longer knows: of so many events, not of so many requests. */
  DELETED("deleted", Amount.SHARE),
  /** The world changes after so many requests. */
  CHURN("churn", Amount.SHARE),
  /** After a number of requests, the token is refused. */
  REVOKED("revoked", Amount.REQUESTS),
  /** After a number of requests, the token's user is no longer an owner. */
  DEMOTED("demoted", Amount.REQUESTS),
  /** The token lacks scopes. */
  SCOPE_MISSING("scope-missing", Amount.SCOPES);

  /** Whose answers it can befall. */
  private enum Aim {
    ANY,
    INVITEES,
    FURTHER_PAGES,
    LISTS,
    PAGES,
    EVENTS,
    NONE
  }

  /** What is said of it where it is asked for. */
  enum Amount {
    /** Of all answers that it can befall, or of all records. */
    SHARE,
    /** After how many requests it begins. */
    REQUESTS,
    /** What the token may not do. */
    SCOPES
  }

  private final String word;
  private final Aim aim;
  private final Amount amount;

  Fault(String word, Aim aim) {
    this.word = word;
    this.aim = aim;
    this.amount = Amount.SHARE;
  }

  /** One that is not of single answers. */
  Fault(String word, Amount amount) {
    this.word = word;
    this.aim = Aim.NONE;
    this.amount = amount;
  }

  /** Its name where faults are asked for. */
  public String word() {
    return word;
  }

  /** All names, in the order of this type. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Fault::word).toList();
  }

  static Optional<Fault> find(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
  }

  Amount amount() {
    return amount;
  }

  /** Whether it is one that answers meet, of which each meets one at most. */
  boolean isOfAnswers() {
    return aim != Aim.NONE;
  }

  boolean concerns(Request request) {
    return switch (aim) {
      case ANY -> true;
      case INVITEES -> request.isOfInvitees();
      case FURTHER_PAGES -> request.hasPageToken();
      case LISTS -> request.isOfList();
      case PAGES -> request.isPaged();
      case EVENTS -> request.isOfEvents();
      case NONE -> false;
    };
  }
}
