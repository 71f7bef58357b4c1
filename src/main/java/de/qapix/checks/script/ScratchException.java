package de.qapix.checks.script;

import de.qapix.checks.finding.Place;
import de.qapix.sql.ServerRefusal;
import java.nio.file.Path;
import java.util.List;

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
  private final transient Place place;
  private final transient ServerRefusal refusal;
  private final transient List<ScriptNote> notes;

  public ScratchException(
      Kind kind, FolderScript script, Place place, ServerRefusal refusal, Throwable cause) {
    this(kind, script, place, refusal, cause, List.of());
  }

  private ScratchException(
      Kind kind,
      FolderScript script,
      Place place,
      ServerRefusal refusal,
      Throwable cause,
      List<ScriptNote> notes) {
    super(kind + " " + script.name() + ":" + place.line() + ": " + refusal.message(), cause);
    this.kind = kind;
    this.script = script;
    this.place = place;
    this.refusal = refusal;
    this.notes = List.copyOf(notes);
  }

  /** The same with what had been noted before. */
  public ScratchException after(List<ScriptNote> before) {
    return new ScratchException(kind, script, place, refusal, this, before);
  }

  /** What had been noted of scripts before it failed, and of its own beginning. */
  public List<ScriptNote> notes() {
    return notes;
  }

  public Kind kind() {
    return kind;
  }

  public Path file() {
    return script.file();
  }

  /** Where the server points at in what was sent, else where the statement begins. */
  public Place place() {
    return place;
  }

  public String serverMessage() {
    return refusal.message();
  }

  public String sqlState() {
    return refusal.state();
  }
}
