package de.qapix.checks.query;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.server.NameSimilarity;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.Statement;
import java.util.List;
import java.util.Set;

/**
 * Schemas that are not there, of tables that are: migrations that name no schema make their tables
 * wherever the address of a deployment says. Statements are looked at without them.
 */
final class UnknownSchemas {

  private final Schema schema;
  private final Set<QueryRelation.Name> known;

  UnknownSchemas(Schema schema) {
    this.schema = schema;
    this.known = schema.relations().own().map(QueryRelation::schema).collect(toUnmodifiableSet());
  }

  Statement leftOut(Statement statement) {
    for (Range range : statement.root().allRanges().toList()) {
      int place = range.place();
      if (isOfDeployment(range.name()) && statement.spot(place, place + 2).isPresent()) {
        return leftOut(statement.with(place, place + 2, ""));
      }
    }
    return statement;
  }

  /** What is almost the name of another schema is spelt wrong. */
  private boolean isOfDeployment(List<String> name) {
    return name.size() == 2
        && schema.relations().find(name).isEmpty()
        && schema.relations().find(name.subList(1, 2)).filter(each -> !each.system()).isPresent()
        && NameSimilarity.best(name.get(0), List.copyOf(known)).isEmpty();
  }
}
