package de.qapix.cli.migrate;

import de.qapix.catalog.TableProblem;
import de.qapix.files.JsonText;
import de.qapix.migrate.AppliedMigration;
import de.qapix.migrate.MigrationPlan;
import de.qapix.migrate.MigrationStatus;
import de.qapix.migrate.RepairedMigration;
import de.qapix.migrate.Validation;
import de.qapix.migrate.WriteTrial;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object for each command. */
final class MigrateCommandJson implements MigrateCommandOutput {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final PrintWriter out;

  MigrateCommandJson(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void applied(List<AppliedMigration> migrations, Optional<WriteTrial> trial) {
    ObjectNode result = result(trial.map(WriteTrial::passed).orElse(true));
    fill(
        result.putArray("applied"),
        migrations,
        (node, migration) ->
            node.put("version", migration.version())
                .put("description", migration.description())
                .put("ms", migration.took().toMillis()));
    trial.ifPresent(tried -> put(result.putObject("try"), tried));
    print(result);
  }

  private static void put(ObjectNode node, WriteTrial trial) {
    node.put("tried", trial.sideEffects().isEmpty());
    fill(
        node.putArray("sideEffects"),
        trial.sideEffects(),
        (effect, each) ->
            effect
                .put("kind", word(each.kind()))
                .put("table", each.table())
                .put("name", each.name()));
    fill(
        node.putArray("refusals"),
        trial.refusals(),
        (refusal, each) ->
            refusal
                .put("table", each.table())
                .put("action", word(each.action()))
                .put("message", each.message()));
  }

  @Override
  public void planned(MigrationPlan plan) {
    ObjectNode result = result(true).put("createSchema", plan.createSchema().orElse(null));
    fill(
        result.putArray("pending"),
        plan.steps(),
        (node, step) ->
            node.put("version", step.version())
                .put("description", step.description())
                .put("sql", step.sql()));
    print(result);
  }

  @Override
  public void status(List<MigrationStatus> migrations) {
    ObjectNode result = result(true);
    fill(result.putArray("migrations"), migrations, MigrateCommandJson::put);
    print(result);
  }

  @Override
  public void validated(Validation validation) {
    ObjectNode result = result(validation.passed());
    fill(result.putArray("migrations"), validation.migrations(), MigrateCommandJson::put);
    fill(result.putArray("tables"), validation.tables(), MigrateCommandJson::put);
    validation.indexes().forEach(result.putArray("invalidIndexes")::add);
    print(result);
  }

  @Override
  public void repaired(List<RepairedMigration> migrations) {
    ObjectNode result = result(true);
    fill(
        result.putArray("repaired"),
        migrations,
        (node, migration) ->
            node.put("version", migration.version())
                .put("description", migration.description())
                .put("action", word(migration.action())));
    print(result);
  }

  private static void put(ObjectNode node, MigrationStatus migration) {
    node.put("version", migration.version())
        .put("description", migration.description())
        .put("state", word(migration.state()))
        .put("appliedAt", migration.appliedAt().map(Instant::toString).orElse(null));
    migration
        .begun()
        .ifPresent(
            begun ->
                node.putObject("begun")
                    .put("place", begun.place())
                    .put("done", begun.done())
                    .put("statements", begun.statements()));
  }

  private static void put(ObjectNode node, TableProblem problem) {
    node.put("kind", word(problem.kind()))
        .put("table", problem.table())
        .put("column", problem.column())
        .put("expected", problem.expected())
        .put("found", problem.found());
  }

  private static <T> void fill(ArrayNode array, List<T> values, BiConsumer<ObjectNode, T> put) {
    values.forEach(value -> put.accept(array.addObject(), value));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode result(boolean success) {
    return MAPPER.createObjectNode().put("success", success);
  }

  private void print(ObjectNode result) {
    out.println(JsonText.of(result));
    out.flush();
  }
}
