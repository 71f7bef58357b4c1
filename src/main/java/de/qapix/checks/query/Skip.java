package de.qapix.checks.query;

import java.util.Locale;

/** Why a query was not looked at whole. */
public enum Skip {
  /** The name of a table is known only when the program runs; what is written was looked up. */
  TABLE_AT_RUN_TIME,
  /** So is a piece of the SQL; what is written was looked up. */
  SQL_AT_RUN_TIME,
  /** It uses a table that its own file makes. */
  OWN_TABLE,
  /** It calls a function that only the PostgreSQL of a provider has. */
  PROVIDER,
  /** It uses something of an extension that the server lacks; what is written was looked up. */
  EXTENSION,
  /** It makes something, or changes what is not there; a check of migrations looks at that. */
  DEFINITION,
  /** It belongs to a migration, and is right only at that point of history. */
  MIGRATION,
  /** It is meant for another kind of database. */
  OTHER_DATABASE,
  /**
   * It was looked at, but can have more texts than anybody can try; most branches were in two of
   * them.
   */
  MORE_VARIANTS;

  /** As words and programs have it, e.g. {@code own-table}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
