package de.qapix.checks.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementShapeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM t",
        "select a, b from t where c = 1",
        "select * from users",
        "SELECT count(*) FROM \"User\" u",
        "  -- a comment\n SELECT 1",
        "(SELECT a FROM t) UNION (SELECT b FROM u)",
        "SELECT now()",
        "select pg_notify('x', $1)",
        "INSERT INTO t (a) VALUES (1)",
        "insert into t select * from u",
        "INSERT INTO s.t DEFAULT VALUES",
        "UPDATE \"Deal\" d SET a = 1",
        "update only t set (a, b) = (1, 2)",
        "DELETE FROM t",
        "delete from t where a = 1",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "with recursive a (n) as not materialized (values (1)) select n from a",
        "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE",
        "VALUES (1, 2)",
        "TRUNCATE TABLE t",
        "CREATE TABLE IF NOT EXISTS t (a int)",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
        "create index on t (a)",
        "ALTER TABLE t ADD COLUMN a int",
        "DROP TABLE IF EXISTS t",
        "REFRESH MATERIALIZED VIEW v",
        "CALL p(1)",
        "COPY t FROM STDIN",
        "SELECT a FROM $1:name WHERE b = $2",
        "SELECT a FROM ${schema:name}.${table~} WHERE b = 1",
        "INSERT INTO $1~ (a) VALUES ($2)",
        "UPDATE $<table:raw> SET a = 1",
        "DELETE FROM $1^ WHERE a = 1",
      })
  void statements(String text) {
    assertThat(StatementShape.isStatement(SqlText.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Create a new account",
        "Create table reservations in the restaurant module",
        "Create view from the current filters",
        "Select an option from the list",
        "Select leads from the list, where possible with a score",
        "select items from cart",
        "select an option",
        "select file(s)",
        "select(foo)",
        "Select all",
        "Update your profile",
        "Update the deal and set its stage",
        "Update the set of filters",
        "Update \"Deal\" dialog opened, set to it",
        "Delete this deal?",
        "Delete from here",
        "Delete from list where it no longer belongs",
        "Delete from \"Lead\" failed: it is gone",
        "With love",
        "With the lead as (co-)owner select one of the teams",
        "Insert coin",
        "Insert into the slot until you hear a click",
        "Insert into your calendar",
        "select * from the menu above",
        "Values: openness, courage, respect",
        "Values (in thousands)",
        "Merge into one lead using the newest values",
        "Call us: (089) 12 34",
        "Call me maybe",
        "truncate flex",
        "Truncate long titles",
        "Drop files here",
        "Drop column here",
        "Alter table layout",
        "Grant access to all of your calendars",
        "Lock table rows",
        "Set the table",
        "Copy to clipboard",
        "begin",
        "commit",
        "UPDATE",
        "DELETE FROM",
        "INSERT INTO ",
        "do nothing",
      })
  void sentences_and_pieces(String text) {
    assertThat(StatementShape.isStatement(SqlText.of(text))).isFalse();
  }
}
