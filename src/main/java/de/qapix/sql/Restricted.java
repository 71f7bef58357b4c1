package de.qapix.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What only a superuser may do, what concerns more than the database, and what names another role:
 * the owner of a database cannot try it.
 *
 * @param roles that it makes or names, so that they are there afterwards
 * @param replacement what the owner can do instead; nothing by itself where it is empty
 */
public record Restricted(Kind kind, List<String> roles, String replacement) {

  /** What it is about. */
  public enum Kind {
    ROLE,
    EVENT_TRIGGER,
    PUBLICATION,
    SUBSCRIPTION,
    DATABASE,
    TABLESPACE,
    SERVER_SETTING,
    FOREIGN_DATA_WRAPPER,
    LIBRARY,
    /** Parameters that only an extension understands. */
    EXTENSION_PARAMETERS;

    /** As rules and messages are named. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final String[] ROLE = {"role", "user", "group"};
  private static final String[] VERBS = {"create", "alter", "drop"};

  public Restricted {
    roles = List.copyOf(roles);
  }

  /** What of this a statement is; empty where the owner of a database can try it. */
  public static Optional<Restricted> of(SqlStatement statement) {
    SqlTokens words = new SqlTokens(statement.tokens());
    if (words.is(0, VERBS)) {
      return definition(words)
          .or(
              () ->
                  ExtensionParameters.in(statement)
                      .map(rest -> new Restricted(Kind.EXTENSION_PARAMETERS, List.of(), rest)));
    }
    if (words.is(0, "grant", "revoke")) {
      return grant(words);
    }
    if (words.is(0, "set")) {
      return session(words);
    }
    if (words.is(0, "comment") && words.is(1, "on")) {
      return object(words, 2).map(kind -> new Restricted(kind, List.of(), ""));
    }
    if (words.is(0, "security") && words.is(1, "label") && words.has("on", "role")) {
      return Optional.of(of(Kind.ROLE));
    }
    return words.is(0, "load") ? Optional.of(of(Kind.LIBRARY)) : Optional.empty();
  }

  private static Restricted of(Kind kind) {
    return new Restricted(kind, List.of(), "");
  }

  private static Optional<Restricted> definition(SqlTokens words) {
    if (words.is(0, "alter") && words.is(1, "system")) {
      return Optional.of(of(Kind.SERVER_SETTING));
    }
    if (words.is(1, "publication")) {
      return publication(words);
    }
    Optional<Kind> kind = object(words, 1);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return kind.get() == Kind.ROLE
        ? Optional.of(new Restricted(Kind.ROLE, made(words), ""))
        : Optional.of(of(kind.get()));
  }

  /** The kind of object that is named from a place on. */
  private static Optional<Kind> object(SqlTokens words, int at) {
    if (words.is(at, ROLE) && !words.is(at + 1, "mapping")) {
      return Optional.of(Kind.ROLE);
    }
    if (words.is(at, "event") && words.is(at + 1, "trigger")) {
      return Optional.of(Kind.EVENT_TRIGGER);
    }
    if (words.is(at, "foreign") && words.is(at + 1, "data")) {
      return Optional.of(Kind.FOREIGN_DATA_WRAPPER);
    }
    if (words.is(at, "subscription")) {
      return Optional.of(Kind.SUBSCRIPTION);
    }
    if (words.is(at, "database")) {
      return Optional.of(Kind.DATABASE);
    }
    return words.is(at, "tablespace") ? Optional.of(Kind.TABLESPACE) : Optional.empty();
  }

  /** The roles that are there when it has been done; those of DROP are not missed. */
  private static List<String> made(SqlTokens words) {
    if (words.is(0, "drop") || !words.isName(2) || words.is(2, "current_user", "session_user")) {
      return List.of();
    }
    List<String> roles = new ArrayList<>(List.of(words.name(2)));
    if (words.is(3, "rename") && words.is(4, "to") && words.isName(5)) {
      roles.add(words.name(5));
    }
    return words.is(2, "all") ? List.of() : roles;
  }

  /** Of a role to others, or on what is not in the database. */
  private static Optional<Restricted> grant(SqlTokens words) {
    int on = words.find(1, "on");
    if (on >= words.size()) {
      return Optional.of(new Restricted(Kind.ROLE, members(words), ""));
    }
    return words.is(on + 1, "parameter")
        ? Optional.of(of(Kind.SERVER_SETTING))
        : object(words, on + 1).map(Restricted::of);
  }

  private static List<String> members(SqlTokens words) {
    List<String> roles = new ArrayList<>();
    int end = words.find(1, "with", "granted", "cascade", "restrict");
    for (int at = 1; at < end; at++) {
      boolean option = words.is(at, "admin", "inherit", "set") && words.is(at + 1, "option");
      if (option) {
        at += 2;
      } else if (words.isName(at)
          && !words.is(at, "to", "from", "current_user", "current_role", "session_user", "group")) {
        roles.add(words.name(at));
      }
    }
    return roles;
  }

  /** SET ROLE and the like: the owner goes on, who may do all that the role may. */
  private static Optional<Restricted> session(SqlTokens words) {
    int at = words.is(1, "session", "local") && words.is(2, "role", "session") ? 2 : 1;
    if (words.is(at, "role")) {
      boolean named = words.isName(at + 1) && !words.is(at + 1, "none", "to");
      return Optional.of(
          new Restricted(Kind.ROLE, named ? List.of(words.name(at + 1)) : List.of(), ""));
    }
    boolean session = words.is(at, "session") && words.is(at + 1, "authorization");
    if (session) {
      boolean named = words.isName(at + 2) && !words.is(at + 2, "default");
      return Optional.of(
          new Restricted(Kind.ROLE, named ? List.of(words.name(at + 2)) : List.of(), ""));
    }
    return words.is(at, "session_replication_role")
        ? Optional.of(of(Kind.SERVER_SETTING))
        : Optional.empty();
  }

  /** One of all tables becomes one of none, so that what comes later finds it. */
  private static Optional<Restricted> publication(SqlTokens words) {
    boolean all = words.has("for", "all", "tables") || words.has("tables", "in", "schema");
    if (!all || !words.isName(2)) {
      return Optional.empty();
    }
    String instead = words.is(0, "create") ? "create publication " + words.at(2).text() : "";
    return Optional.of(new Restricted(Kind.PUBLICATION, List.of(), instead));
  }
}
