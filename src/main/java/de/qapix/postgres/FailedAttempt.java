package de.qapix.postgres;

import java.time.Duration;

/**
 * That a host could not be used, and why.
 *
 * @param server its name and port
 * @param cause what has kept us from it
 * @param detail the server's or the system's own words, or empty
 * @param limit how long it was given
 */
public record FailedAttempt(String server, Cause cause, String detail, Duration limit) {

  /** What can keep us from a server. */
  public enum Cause {
    /** Nobody knows the host's name. */
    UNKNOWN_HOST,
    /** The name servers do not answer. */
    NO_NAME_SERVER,
    /** Nothing listens there. */
    REFUSED,
    /** The network does not lead there; the detail is the system's word for it. */
    NO_ROUTE,
    /** No answer to the wish to connect: a firewall, or no such machine. */
    NO_ANSWER,
    /** It accepts the connection, and says nothing. */
    SILENT,
    /** It closes the connection before it has said anything. */
    CLOSED,
    /** What it says is not PostgreSQL's protocol. */
    NOT_POSTGRESQL,
    /** TLS was demanded, and it speaks none. */
    NO_TLS,
    /** Its certificate has expired, or is not valid yet. */
    CERTIFICATE_DATE,
    /** Its certificate is signed by nobody whom we trust. */
    CERTIFICATE_UNTRUSTED,
    /** Its certificate is for another name. */
    CERTIFICATE_NAME,
    /** Its certificate is worth nothing for another reason; the detail is the reason. */
    CERTIFICATE_BAD,
    /** Another failure of TLS. */
    TLS,
    /** It is a primary where a standby was wanted, or the other way. */
    WRONG_KIND,
    /** It asks for a password, and none was given. */
    NO_PASSWORD,
    /** It refuses us in its own words, which are the detail. */
    SERVER,
    /** Something else. */
    OTHER
  }
}
