package de.qapix.checks.scratch;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import de.qapix.checks.script.Sending;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Tells from a numbered file's own comments, or from its folder, how its tool sends it. */
final class NumberedSending {

  private record Mark(Pattern pattern, Sending sending) {
    static Mark of(String comment, Sending sending) {
      return new Mark(
          Pattern.compile("^[ \\t]*--[ \\t]*" + comment, CASE_INSENSITIVE | MULTILINE), sending);
    }
  }

  /** Those that want no transaction come before those that only tell whose it is. */
  private static final List<Mark> MARKS =
      List.of(
          // goose and sql-migrate cut a file into statements.
          Mark.of("\\+goose[ \\t]+NO[ \\t]+TRANSACTION\\b", Sending.SINGLE_STATEMENTS),
          Mark.of("\\+migrate[ \\t]+Up[ \\t]+notransaction\\b", Sending.SINGLE_STATEMENTS),
          // dbmate and sqlx send it as it is.
          Mark.of("migrate:up\\b.*\\btransaction:[ \\t]*false\\b", Sending.ONE_QUERY),
          Mark.of("no-transaction\\b", Sending.ONE_QUERY),
          Mark.of("\\+(goose|migrate)[ \\t]+Up\\b", Sending.TRANSACTION),
          Mark.of("migrate:up\\b", Sending.TRANSACTION),
          Mark.of("-*[ \\t]*up[ \\t]+migration\\b", Sending.TRANSACTION));

  private NumberedSending() {}

  static Sending of(String text, Path folder) {
    if (folder.toAbsolutePath().normalize().endsWith(Path.of("supabase", "migrations"))) {
      return Sending.TRANSACTION_OR_ALONE;
    }
    return MARKS.stream()
        .filter(mark -> mark.pattern().matcher(text).find())
        .map(Mark::sending)
        .findFirst()
        .orElse(Sending.ANY);
  }
}
