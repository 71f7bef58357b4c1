package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.NOT_POSTGRESQL;

import de.qapix.checks.finding.Place;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import tools.jackson.databind.JsonNode;

/**
 * What a migration of Prisma 8 sends, as a script. Each of its statements stands in the line and
 * column in which it stands in {@code ops.json}, so that what is said of it leads there.
 */
final class PrismaOperations {

  static final String POSTGRESQL = "postgres";

  private final PrismaPackage migration;
  private final SourceText source;
  private final StringBuilder script = new StringBuilder();
  private int line = 1;
  private int searched;

  private PrismaOperations(PrismaPackage migration) {
    this.migration = migration;
    this.source = new SourceText(migration.file().toString(), migration.text());
  }

  /** The statements of all operations. */
  static String script(PrismaPackage migration) {
    PrismaOperations operations = new PrismaOperations(migration);
    for (JsonNode operation : migration.operations()) {
      String target = operation.path("target").path("id").asString(POSTGRESQL);
      if (!target.equals(POSTGRESQL)) {
        throw new MigrationFolderException(NOT_POSTGRESQL, migration.file(), target);
      }
      operation.path("execute").forEach(operations::add);
    }
    return operations.script.toString();
  }

  private void add(JsonNode step) {
    String sql = step.path("sql").asString("");
    moveTo(sql);
    // A comment may be the last thing in it.
    append(bound(sql, step.path("params")) + "\n;");
  }

  private void moveTo(String sql) {
    String written = CanonicalJson.quoted(sql);
    int found = migration.text().indexOf(written, searched);
    if (found < 0) {
      return;
    }
    searched = found + written.length();
    Place place = source.place(found + 1, found + 1);
    if (place.line() > line) {
      append("\n".repeat(place.line() - line) + " ".repeat(place.column() - 1));
    }
  }

  private void append(String text) {
    script.append(text);
    line += (int) text.chars().filter(character -> character == '\n').count();
  }

  /** With literals, whose types the server finds out as it does those of parameters. */
  private static String bound(String sql, JsonNode values) {
    StringBuilder bound = new StringBuilder();
    int done = 0;
    for (Token token : SqlLexer.tokens(sql)) {
      if (token.kind() == Token.Kind.PARAMETER) {
        int number = Integer.parseInt(token.text().substring(1));
        bound.append(sql, done, token.offset()).append(literal(values.path(number - 1)));
        done = token.end();
      }
    }
    return bound.append(sql, done, sql.length()).toString();
  }

  private static String literal(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "null";
    }
    if (value.isArray()) {
      return "'" + array(value).replace("'", "''") + "'";
    }
    String text = value.isObject() ? CanonicalJson.of(value) : value.asString();
    return "'" + text.replace("'", "''") + "'";
  }

  /** A list as the server reads it. */
  private static String array(JsonNode values) {
    StringBuilder array = new StringBuilder("{");
    for (JsonNode value : values) {
      array.append(array.length() > 1 ? "," : "").append(element(value));
    }
    return array.append('}').toString();
  }

  private static String element(JsonNode value) {
    if (value.isNull()) {
      return "NULL";
    }
    if (value.isArray()) {
      return array(value);
    }
    String text = value.isObject() ? CanonicalJson.of(value) : value.asString();
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
