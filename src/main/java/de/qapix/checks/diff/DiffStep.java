package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;

/**
 * A change that has its place among others.
 *
 * @param makes whether the object is there from here on
 * @param rank steps that do not need each other are ordered by it
 * @param text what names the objects that must be there before
 */
record DiffStep(ObjectName object, boolean makes, Rank rank, String text, Change change) {

  /** The order of things in which most of what they need comes before them. */
  enum Rank {
    SCHEMA,
    EXTENSION,
    LANGUAGE,
    ACCESS_METHOD,
    FOREIGN_DATA_WRAPPER,
    SERVER,
    USER_MAPPING,
    COLLATION,
    TYPE,
    SEQUENCE,
    FUNCTION,
    TYPE_COMPLETED,
    CONVERSION,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    CAST,
    TRANSFORM,
    OPERATOR,
    OPERATOR_FAMILY,
    OPERATOR_CLASS,
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    TABLE_OPTION,
    STATISTICS,
    VIEW,
    FOREIGN_KEY,
    RULE,
    TRIGGER,
    POLICY,
    PUBLICATION,
    SUBSCRIPTION,
    OWNER,
    PRIVILEGES,
    DEFAULT_PRIVILEGES,
    COMMENT,
    /** It would fire for the steps after it. */
    EVENT_TRIGGER
  }

  static DiffStep byHand(SchemaObject object, String what) {
    return altering(object, "", Change.byHand(object.name(), what));
  }

  static DiffStep making(SchemaObject object, String text, Change change) {
    return new DiffStep(object.name(), true, rank(object), text, change);
  }

  static DiffStep altering(SchemaObject object, String text, Change change) {
    return new DiffStep(object.name(), false, rank(object), text, change);
  }

  DiffStep at(Rank other) {
    return new DiffStep(object, makes, other, text, change);
  }

  private static Rank rank(SchemaObject object) {
    return switch (object.name().kind()) {
      case TABLE -> object.isView() ? Rank.VIEW : Rank.TABLE;
      case CONSTRAINT -> object.isForeignKey() ? Rank.FOREIGN_KEY : Rank.CONSTRAINT;
      default -> Rank.valueOf(object.name().kind().name());
    };
  }
}
