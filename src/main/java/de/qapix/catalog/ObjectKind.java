package de.qapix.catalog;

import java.util.Locale;

/** What the catalog holds, in the order in which a reader wants to see it. */
public enum ObjectKind {
  SCHEMA,
  EXTENSION,
  LANGUAGE,
  ACCESS_METHOD,
  FOREIGN_DATA_WRAPPER,
  SERVER,
  USER_MAPPING,
  COLLATION,
  CONVERSION,
  TEXT_SEARCH_PARSER,
  TEXT_SEARCH_TEMPLATE,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_CONFIGURATION,
  TYPE,
  TABLE,
  COLUMN,
  CONSTRAINT,
  INDEX,
  STATISTICS,
  SEQUENCE,
  FUNCTION,
  CAST,
  TRANSFORM,
  OPERATOR,
  OPERATOR_FAMILY,
  OPERATOR_CLASS,
  TRIGGER,
  POLICY,
  RULE,
  PUBLICATION,
  SUBSCRIPTION,
  EVENT_TRIGGER,
  DEFAULT_PRIVILEGES;

  /** As rule ids and files name it, e.g. {@code event-trigger}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As SQL names it, e.g. {@code event trigger}. */
  public String sql() {
    return word().replace('-', ' ');
  }

  /** The kind that is named so in rule ids and files. */
  static ObjectKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
