package de.qapix.checks.lint;

import java.util.List;

/**
 * An object of the scratch database that somebody may rely on.
 *
 * @param home the oid of the table or type that it belongs to, 0 for none
 * @param parent the oid of the table that it is a partition of, or that a foreign key leads to; of
 *     a column how often it is inherited
 * @param namespace the oid of its schema
 * @param identity what tells it from others of its name, such as arguments
 * @param keys the numbers of the columns that a constraint or an index is about
 * @param type of a column, in the server's numbers; the kind of a constraint
 * @param required whether a column is NOT NULL, an index unique, a trigger or row security on
 * @param filled whether a column has a default, or a partitioned table a default partition
 */
record MeasuredObject(
    Kind kind,
    Address address,
    long home,
    long parent,
    long namespace,
    MeasuredName name,
    String identity,
    List<Integer> keys,
    String type,
    boolean required,
    boolean filled) {

  /** What it is, as far as losing it is something of its own. */
  enum Kind {
    SCHEMA,
    TABLE,
    COLUMN,
    VIEW,
    CONSTRAINT,
    INDEX,
    TYPE,
    DOMAIN,
    VALUE,
    TRIGGER,
    POLICY,
    EXTENSION,
    /** Functions, sequences and foreign tables. */
    OBJECT
  }

  /**
   * What it keeps when it gets another name.
   *
   * @param column the number of a column, else 0
   */
  record Address(Kind kind, long oid, int column) {}

  /** Whether it is what people mean who ask for the other one by its name. */
  boolean standsFor(MeasuredObject other) {
    return name.name().equals(other.name.name())
        && home == other.home
        && (home != 0 || namespace == other.namespace)
        && identity.equals(other.identity)
        && (kind == other.kind || (isTableLike() && other.isTableLike()));
  }

  private boolean isTableLike() {
    return kind == Kind.TABLE || kind == Kind.VIEW;
  }

  /** Whether it is a key or a unique index of columns. */
  boolean isUnique() {
    boolean key = kind == Kind.CONSTRAINT && (type.equals("p") || type.equals("u"));
    return (key || (kind == Kind.INDEX && required)) && !keys.isEmpty() && !keys.contains(0);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
