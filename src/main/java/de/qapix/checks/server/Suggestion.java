package de.qapix.checks.server;

import de.qapix.sql.Spelling;
import de.qapix.sql.SqlTokens;
import java.util.List;

/**
 * What was probably meant.
 *
 * @param sql as it must be written in the place of all that was wrong, with its qualifier
 * @param sure whether it differs in nothing but case, underscores and quotes, and is the only one
 * @param object the same by its name in the database, whatever its table is called in the query
 * @param single whether nothing else can be meant, be it that it is spelt otherwise
 */
public record Suggestion(String sql, boolean sure, String object, boolean single) {

  private static final int LONG = 6;
  private static final int CLOSE = 1;

  public Suggestion(String sql, boolean sure) {
    this(sql, sure, sql);
  }

  public Suggestion(String sql, boolean sure, String object) {
    this(sql, sure, object, sure);
  }

  /**
   * Whether a long name is so close to it that hardly anything else can be meant; one of several
   * with numbers, or the plural, can.
   */
  public boolean isAlmost(String written) {
    List<String> names = SqlTokens.names(sql);
    String meant = names.get(names.size() - 1);
    String one = Spelling.loose(written).replaceFirst("s$", "");
    String other = Spelling.loose(meant).replaceFirst("s$", "");
    boolean numbered = bare(one).equals(bare(other)) && !one.equals(other);
    boolean plural = one.equals(other) && !Spelling.loose(written).equals(Spelling.loose(meant));
    return meant.length() >= LONG
        && !meant.equals(written)
        && !numbered
        && !plural
        && NameSimilarity.distance(one, other) <= CLOSE;
  }

  /** Whether it is a name with that at its end, so that only what comes before it was wrong. */
  public boolean isNamed(String last) {
    List<String> names = SqlTokens.names(sql);
    return names.get(names.size() - 1).equals(last);
  }

  private static String bare(String name) {
    return name.replaceAll("\\d", "");
  }
}
