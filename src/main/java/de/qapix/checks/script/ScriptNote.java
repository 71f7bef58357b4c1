package de.qapix.checks.script;

import java.nio.file.Path;

/**
 * What whoever has a script applied should know of one of its statements.
 *
 * @param what the first words of what was left out, what the server said, or a platform's name
 * @param state that of the server's answer, or the kind of what was left out
 */
public record ScriptNote(Kind kind, Path file, int line, int column, String what, String state) {

  /** What became of it. */
  public enum Kind {
    /** It was left out or replaced: it concerns what a scratch database does not have. */
    LEFT_OUT,
    /** It could not be tried here; what it makes, and what needs that, is not there. */
    NOT_CHECKED,
    /** It was applied, but not as its tool would: that sends it in a transaction with others. */
    IN_TRANSACTION,
    /** The same of a transaction with the scripts before it, which its tool makes of them. */
    WITH_OTHERS,
    /** What a platform brings with it has been made; the rest is its name. */
    PLATFORM
  }
}
