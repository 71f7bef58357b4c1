package de.qapix.catalog;

import java.util.Locale;

/** What the catalog holds, in the order in which a reader wants to see it. */
public enum ObjectKind {
  SCHEMA,
  EXTENSION,
  TYPE,
  TABLE,
  COLUMN,
  CONSTRAINT,
  INDEX,
  SEQUENCE,
  FUNCTION,
  TRIGGER,
  POLICY,
  RULE;

  /** As rule ids and files name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
