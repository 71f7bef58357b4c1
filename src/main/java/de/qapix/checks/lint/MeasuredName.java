package de.qapix.checks.lint;

import de.qapix.sql.Keywords;

/**
 * What an object of the scratch database is called.
 *
 * @param schema empty where it has none
 * @param visible whether its name needs no schema
 */
record MeasuredName(String schema, String name, boolean visible) {

  /** As SQL needs it. */
  String written() {
    String quoted = Keywords.quoted(name);
    return visible || schema.isEmpty() ? quoted : Keywords.quoted(schema) + "." + quoted;
  }
}
