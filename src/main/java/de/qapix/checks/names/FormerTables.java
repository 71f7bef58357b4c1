package de.qapix.checks.names;

import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables that migrations have made at some time: a query for one that they have dropped or
 * renamed since is meant for this database.
 */
public final class FormerTables {

  /** None is known. */
  public static final FormerTables NONE = new FormerTables();

  private final Set<List<String>> made = new HashSet<>();
  private final Map<String, List<String>> renamed = new HashMap<>();

  private FormerTables() {}

  /** Those of scripts, in the order in which they run. */
  public static FormerTables of(Stream<String> scripts) {
    FormerTables tables = new FormerTables();
    scripts.flatMap(script -> SqlStatements.of(script).stream()).forEach(tables::add);
    return tables;
  }

  private void add(SqlStatement statement) {
    SqlTokens tokens = SqlTokens.of(statement.text());
    if (tokens.accept("create")) {
      tokens.accept("or", "replace");
      tokens.acceptAny("unlogged", "foreign", "materialized");
      if (tokens.acceptAny("table", "view")) {
        tokens.accept("if", "not", "exists");
        tokens.takeName().map(SqlTokens::names).ifPresent(made::add);
      }
    } else if (tokens.accept("alter")) {
      tokens.accept("materialized");
      if (tokens.acceptAny("table", "view")) {
        rename(tokens);
      }
    }
  }

  private void rename(SqlTokens tokens) {
    tokens.accept("if", "exists");
    tokens.accept("only");
    Optional<List<String>> from = tokens.takeName().map(SqlTokens::names);
    if (from.isPresent() && tokens.accept("rename", "to")) {
      Optional<List<String>> to = tokens.takeName().map(SqlTokens::names);
      made.add(from.get());
      to.ifPresent(made::add);
      to.ifPresent(names -> renamed.put(last(from.get()), names));
    }
  }

  /** Whether one was called so; a schema counts where both have one. */
  public boolean have(List<String> name) {
    return made.stream()
        .filter(each -> last(each).equals(last(name)))
        .anyMatch(each -> each.size() == 1 || name.size() == 1 || each.equals(name));
  }

  /** What it may be called now: whatever it was renamed to, and that again, the last one first. */
  public List<String> namesSince(List<String> name) {
    List<String> names = new ArrayList<>();
    List<String> next = renamed.get(last(name));
    while (next != null && !names.contains(last(next))) {
      names.add(0, last(next));
      next = renamed.get(last(next));
    }
    return names;
  }

  private static String last(List<String> name) {
    return name.get(name.size() - 1);
  }
}
