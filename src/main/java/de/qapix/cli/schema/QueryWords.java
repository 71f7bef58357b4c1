package de.qapix.cli.schema;

import de.qapix.checks.finding.Finding;
import de.qapix.cli.Messages;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with queries, in the server's words, and what to write instead. */
final class QueryWords {

  /** Of these rules it is not just a name that stands in the place of another. */
  private static final Set<String> REWRITTEN =
      Set.of("query/folded-alias", "query/untyped-parameter", "query/unknown-property");

  private final Messages messages;

  QueryWords(Messages messages) {
    this.messages = messages;
  }

  String message(Finding finding) {
    if (finding.rule().equals("query/low-coverage")) {
      return messages.text(
          "finding.message.query/low-coverage",
          finding.found().orElse(""),
          finding.expected().orElse(""),
          finding.subject());
    }
    return messages.text("finding.message." + finding.rule() + own(finding), arguments(finding));
  }

  /** The end of the key of our own words, where the server was not asked for any. */
  private static String own(Finding finding) {
    return finding.arguments().size() < 3 || finding.arguments().get(2).isEmpty()
        ? ""
        : "." + finding.arguments().get(2);
  }

  /** The name that was probably meant comes before all advice of the server. */
  Optional<String> hint(Finding finding) {
    String key = "finding.hint." + finding.rule();
    if (REWRITTEN.contains(finding.rule())) {
      return finding.expected().map(name -> messages.text(key, name, finding.subject()));
    }
    if (finding.expected().isPresent() && finding.line().isPresent()) {
      return finding.expected().map(name -> messages.text("finding.hint.query.meant", name));
    }
    if (finding.arguments().size() > 3) {
      return Optional.of(messages.text("finding.hint.query.foreign"));
    }
    return Optional.of(finding)
        .filter(found -> found.arguments().size() == 3)
        .map(found -> found.arguments().get(1))
        .filter(hint -> !hint.isEmpty())
        .or(() -> messages.find(key));
  }

  private static Object[] arguments(Finding finding) {
    return Stream.concat(Stream.of(finding.subject()), finding.arguments().stream()).toArray();
  }
}
