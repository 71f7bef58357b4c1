package de.qapix.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database's address in one of the forms that people have: {@code postgres://}, {@code
 * postgresql://} or {@code jdbc:postgresql:}, with percent-escapes and with the parameters of
 * libpq, pgjdbc and Prisma.
 *
 * @param hosts each with or without a port, several separated by commas
 * @param database empty for the one named like the user
 * @param parameters everything behind the question mark, unescaped
 */
record DatabaseUrl(
    String hosts,
    String database,
    Optional<String> user,
    Optional<String> password,
    Map<String, String> parameters) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:([^@/?]*)@)?([^/?]*)(?:/([^?]*))?(?:\\?(.*))?",
          Pattern.DOTALL);
  private static final Pattern SHORT_JDBC_FORM =
      Pattern.compile("jdbc:postgresql:([^/?]*)(?:\\?(.*))?", Pattern.DOTALL);

  /**
   * @throws DatabaseUrlException when it is none of the forms, or an escape in it is broken
   */
  static DatabaseUrl parse(String url) {
    Matcher full = FORM.matcher(url);
    if (full.matches()) {
      return full(full);
    }
    Matcher local = SHORT_JDBC_FORM.matcher(url);
    if (local.matches()) {
      return of("localhost", local.group(1), List.of(), parameters(local.group(2)));
    }
    throw new DatabaseUrlException(DatabaseUrlException.Kind.FORM, "");
  }

  private static DatabaseUrl full(Matcher url) {
    List<String> login = new ArrayList<>();
    if (url.group(1) != null) {
      for (String part : url.group(1).split(":", 2)) {
        login.add(unescape(part));
      }
    }
    String hosts = url.group(2).isEmpty() ? "localhost" : unescape(url.group(2));
    return of(hosts, url.group(3) == null ? "" : url.group(3), login, parameters(url.group(4)));
  }

  private static DatabaseUrl of(
      String hosts, String database, List<String> login, Map<String, String> parameters) {
    Optional<String> user =
        login.isEmpty()
            ? Optional.ofNullable(parameters.remove("user"))
            : Optional.of(login.get(0));
    Optional<String> password =
        login.size() < 2
            ? Optional.ofNullable(parameters.remove("password"))
            : Optional.of(login.get(1));
    return new DatabaseUrl(
        hosts,
        unescape(database),
        user.filter(name -> !name.isEmpty()),
        password.filter(word -> !word.isEmpty()),
        parameters);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        if (!pair.isEmpty()) {
          String[] parts = pair.split("=", 2);
          parameters.put(unescape(parts[0]), parts.length < 2 ? "" : unescape(parts[1]));
        }
      }
    }
    return parameters;
  }

  /** A plus sign is itself: only forms on web pages write a space so. */
  private static String unescape(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new DatabaseUrlException(DatabaseUrlException.Kind.ESCAPE, "", broken);
    }
  }

  /** Whether the text holds a password, which then everybody on the machine could see in it. */
  static boolean holdsPassword(String url) {
    return parse(url).password().isPresent();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "postgresql://" + user.map(name -> name + "@").orElse("") + hosts + "/" + database;
  }
}
