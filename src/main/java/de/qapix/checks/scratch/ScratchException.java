package de.qapix.checks.scratch;

import java.nio.file.Path;

/** A migration that does not run on an empty database. */
public final class ScratchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** The server refused a statement. */
    REFUSED,
    /** It has a command of psql, which is no SQL; the message is that command. */
    PSQL_COMMAND,
    /** All migrations together took longer than they may; this one was running then. */
    TOO_SLOW
  }

  private final Kind kind;
  private final transient FolderScript script;
  private final transient TextPlace place;
  private final String serverMessage;
  private final String sqlState;

  /** What the server has said. */
  record Refusal(String message, String sqlState) {}

  ScratchException(
      Kind kind, FolderScript script, TextPlace place, Refusal refusal, Throwable cause) {
    super(kind + " " + script.name() + ":" + place.line() + ": " + refusal.message(), cause);
    this.kind = kind;
    this.script = script;
    this.place = place;
    this.serverMessage = refusal.message();
    this.sqlState = refusal.sqlState();
  }

  public Kind kind() {
    return kind;
  }

  public Path file() {
    return script.file();
  }

  /** Where the server points at, else where the statement begins; from 1. */
  public int line() {
    return place.line();
  }

  /** In code points of what was sent, from 1. */
  public int column() {
    return place.column();
  }

  public String serverMessage() {
    return serverMessage;
  }

  public String sqlState() {
    return sqlState;
  }
}
