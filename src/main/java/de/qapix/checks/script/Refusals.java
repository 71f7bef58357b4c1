package de.qapix.checks.script;

import de.qapix.checks.finding.Place;
import de.qapix.sql.ServerRefusal;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what the server refuses to us alone from what it would refuse to everybody. */
final class Refusals {

  static final String NEW_ENUM_VALUE = "55P04";

  /** Not in a transaction; a new enum value before the transaction that made it has ended. */
  private static final Set<String> NEEDS_NO_TRANSACTION = Set.of("25001", NEW_ENUM_VALUE);

  /** No right to it, no such database. */
  private static final Set<String> OURS = Set.of("42501", "3D000", "0LP01");

  /** No such table, column, function, type or schema. */
  private static final Set<String> UNDEFINED =
      Set.of("42P01", "42703", "42883", "42704", "3F000", "42809", "55000");

  /** Of an extension whose functions and types are not all there. */
  private static final Set<String> OF_EXTENSIONS = Set.of("42883", "42704", "22023", "0A000");

  private static final Pattern PSQL_COMMAND = Pattern.compile("\\\\\\S+");

  private Refusals() {}

  /**
   * The end of a script.
   *
   * @param sql what of it was run
   * @param start where the statement that failed begins
   */
  static ScratchException of(FolderScript script, String sql, int start, SQLException failure) {
    ServerRefusal refusal = ServerRefusal.of(failure);
    int index = start + refusal.offsetIn(sql.substring(start));
    Matcher command = PSQL_COMMAND.matcher(sql).region(index, sql.length());
    Place place = ScriptNotes.place(script, index);
    return refusal.isSyntaxError() && command.lookingAt()
        ? new ScratchException(
            ScratchException.Kind.PSQL_COMMAND,
            script,
            place,
            new ServerRefusal(refusal.state(), command.group(), 0),
            failure)
        : new ScratchException(ScratchException.Kind.REFUSED, script, place, refusal, failure);
  }

  static boolean needsNoTransaction(ServerRefusal refusal) {
    return NEEDS_NO_TRANSACTION.contains(refusal.state());
  }

  /** Whether only a scratch database would say so. */
  static boolean isOurs(ServerRefusal refusal) {
    return OURS.contains(refusal.state()) || refusal.message().contains("shared_preload_libraries");
  }

  /** Whether it says that something is not there. */
  static boolean missesSomething(ServerRefusal refusal) {
    return UNDEFINED.contains(refusal.state());
  }

  /** Whether the stand-in for an extension may be the cause. */
  static boolean mayComeOfStandIn(ServerRefusal refusal) {
    return OF_EXTENSIONS.contains(refusal.state());
  }
}
