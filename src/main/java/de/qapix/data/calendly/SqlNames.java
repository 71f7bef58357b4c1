package de.qapix.data.calendly;

import java.util.regex.Pattern;
import org.jooq.Table;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.Settings;

/** Names as SQL has to write them: quoted where they would else mean something other. */
final class SqlNames {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private SqlNames() {}

  static String of(String name) {
    return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A table with the schema that it really lives in. */
  static String of(Table<?> table, Settings settings) {
    String schema = table.getSchema().getName();
    String real =
        settings.getRenderMapping().getSchemata().stream()
            .filter(mapped -> mapped.getInput().equals(schema))
            .map(MappedSchema::getOutput)
            .findFirst()
            .orElse(schema);
    return of(real) + "." + of(table.getName());
  }
}
