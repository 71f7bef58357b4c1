package de.qapix.checks.javascript;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the names of functions, objects and tags tell about SQL. */
public final class SqlHints {

  private static final int LONGEST_CHAIN = 40;
  private static final Set<String> PLAIN_TAGS =
      Set.of(
          "dedent", "outdent", "stripindent", "stripindents", "oneline", "trim", "endent", "pgsql");
  private static final Set<String> OTHER_TAGS =
      Set.of(
          """
          gql graphql css html svg styled keyframes injectglobal createglobalstyle groq cypher
          aql jsx md markdown chalk tw t i18n msg glsl hql\
          """
              .split("\\s", -1));
  private static final Set<String> SENDING =
      Set.of(
          """
          query execute exec executesql executeraw queryraw rawquery runquery querysql
          $queryrawunsafe $executerawunsafe $queryraw $executeraw unsafe raw sql querystream
          queryone querymany queryrow queryrows queryasync executequery prepare\
          """
              .split("\\s", -1));
  private static final Set<String> GETTING =
      Set.of(
          """
          all get one many any none run oneornone manyornone result first each multi task stream
          maybeone exists iterate\
          """
              .split("\\s", -1));

  private SqlHints() {}

  /** The last name of what is called or in front of a template; empty where there is none. */
  public static String last(Node node) {
    if (node instanceof Node.Name name) {
      return name.name();
    }
    if (node instanceof Node.Member member) {
      return member.name();
    }
    return node instanceof Node.Call call ? last(call.callee()) : "";
  }

  /** The name with which it begins: {@code sql} of {@code sql.type(..)}. */
  public static Optional<Node.Name> root(Node node) {
    Node at = node;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      if (at instanceof Node.Member member) {
        at = member.object();
      } else if (at instanceof Node.Call call) {
        at = call.callee();
      } else {
        return at instanceof Node.Name name ? Optional.of(name) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The name of the root, of a member of {@code this} that of the member. */
  public static String owner(Node node) {
    Optional<Node.Name> root = root(node);
    if (root.isPresent()
        && root.get().name().equals("this")
        && node instanceof Node.Member member) {
      return last(member.object());
    }
    return root.map(Node.Name::name).orElse("");
  }

  /** Whether a template with this tag is the text in it and nothing else. */
  public static boolean isPlainTag(Node tag) {
    return PLAIN_TAGS.contains(lower(last(tag)));
  }

  /**
   * Whether a tag is known for something else than SQL. What is a parameter is not what its name
   * says: {@code sql.begin(t => t`...`)}.
   */
  public static boolean isOtherTag(Node tag) {
    if (isSqlTag(tag) || isParameter(tag)) {
      return false;
    }
    return OTHER_TAGS.contains(lower(owner(tag))) || OTHER_TAGS.contains(lower(last(tag)));
  }

  private static boolean isParameter(Node tag) {
    if (!(tag instanceof Node.Name name)) {
      return false;
    }
    Binding binding = name.scope().find(name.name());
    return binding != null && binding.isParameter();
  }

  public static boolean isSqlTag(Node tag) {
    String name = lower(last(tag));
    return name.contains("sql")
        || name.startsWith("$query")
        || name.startsWith("$execute")
        || isSql(owner(tag));
  }

  /** Whether an object of this name makes SQL. */
  public static boolean isSql(String name) {
    String lower = lower(name);
    return lower.contains("sql") || lower.equals("prisma");
  }

  /** Whether a function of this name sends its argument to a database. */
  public static boolean sends(String function) {
    return SENDING.contains(lower(function));
  }

  /** Whether a function of this name can be nothing else than one that sends SQL. */
  public static boolean sendsWhatever(String function) {
    return function.startsWith("$queryRaw")
        || function.startsWith("$executeRaw")
        || function.endsWith("RawUnsafe")
        || function.equals("unsafe");
  }

  /** Whether it may do so, besides much else. */
  public static boolean maySend(String function) {
    return GETTING.contains(lower(function));
  }

  public static List<String> textKeys() {
    return List.of("text", "sql", "query", "statement");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
