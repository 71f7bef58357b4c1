package de.qapix.cli.migrate;

import de.qapix.catalog.SideEffect;
import de.qapix.cli.Messages;
import de.qapix.cli.failure.MigrationFailures;
import de.qapix.migrate.AppliedMigration;
import de.qapix.migrate.MigrationPlan;
import de.qapix.migrate.MigrationStatus;
import de.qapix.migrate.RepairedMigration;
import de.qapix.migrate.UnfinishedMigration;
import de.qapix.migrate.Validation;
import de.qapix.migrate.WriteTrial;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines for people. A dry run's standard output is nothing but SQL. */
final class MigrateCommandText implements MigrateCommandOutput {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Messages messages;

  MigrateCommandText(PrintWriter out, PrintWriter err, Messages messages) {
    this.out = out;
    this.err = err;
    this.messages = messages;
  }

  @Override
  public void applied(List<AppliedMigration> migrations, Optional<WriteTrial> trial) {
    table(
        migrations.stream()
            .map(
                migration ->
                    List.of(
                        migration.version(),
                        migration.description(),
                        messages.text("migrate.took", migration.took().toMillis())))
            .toList());
    say(out, "migrate.applied", migrations.size());
    trial.ifPresent(this::tried);
  }

  private void tried(WriteTrial trial) {
    for (SideEffect effect : trial.sideEffects()) {
      say(out, "migrate.try.not." + effect.kind(), effect.table(), effect.name());
    }
    for (WriteTrial.Refusal refusal : trial.refusals()) {
      String key = "migrate.try." + refusal.action() + (refusal.message().isEmpty() ? ".none" : "");
      say(out, key, refusal.table(), refusal.message());
    }
    if (trial.passed()) {
      say(out, "migrate.try.passed");
    }
  }

  @Override
  public void planned(MigrationPlan plan) {
    plan.createSchema().ifPresent(statement -> out.println(statement + ";"));
    for (MigrationPlan.Step step : plan.steps()) {
      out.println();
      out.println("-- " + step.version() + " " + step.description());
      out.println(step.sql().strip());
    }
    out.flush();
    say(err, "migrate.planned", plan.steps().size());
  }

  @Override
  public void status(List<MigrationStatus> migrations) {
    table(migrations.stream().map(this::row).toList());
  }

  @Override
  public void validated(Validation validation) {
    table(validation.migrations().stream().map(this::row).toList());
    validation.tables().stream()
        .map(problem -> MigrationFailures.words(problem, messages))
        .forEach(out::println);
    validation.indexes().stream()
        .map(index -> messages.text("migrate.invalid-index", index))
        .forEach(out::println);
    say(
        out,
        "migrate.validated",
        validation.migrations().size() + validation.tables().size() + validation.indexes().size());
  }

  @Override
  public void repaired(List<RepairedMigration> migrations) {
    table(
        migrations.stream()
            .map(
                migration ->
                    List.of(
                        migration.version(),
                        migration.description(),
                        messages.text("migrate.action." + migration.action())))
            .toList());
    say(out, "migrate.repaired", migrations.size());
  }

  private List<String> row(MigrationStatus migration) {
    return List.of(
        migration.version(),
        migration
            .begun()
            .map(begun -> messages.text("migrate.begun"))
            .orElseGet(() -> messages.text("migrate.state." + migration.state())),
        migration
            .appliedAt()
            .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS))
            .map(Instant::toString)
            .orElse("-"),
        migration.begun().map(begun -> goingOn(migration, begun)).orElse(migration.description()));
  }

  private String goingOn(MigrationStatus migration, UnfinishedMigration begun) {
    return messages.text(
        "migrate.going-on",
        migration.description(),
        begun.done(),
        begun.statements(),
        begun.place());
  }

  private void table(List<List<String>> rows) {
    rows.forEach(row -> out.println(line(row, rows)));
    out.flush();
  }

  /** All cells but the last as wide as the widest of their column. */
  private static String line(List<String> row, List<List<String>> rows) {
    int last = row.size() - 1;
    Stream<String> cells =
        IntStream.range(0, last)
            .mapToObj(
                column -> {
                  int width =
                      rows.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
                  return row.get(column) + " ".repeat(width - row.get(column).length() + 2);
                });
    return String.join("", cells.toList()) + row.get(last);
  }

  private void say(PrintWriter writer, String key, Object... arguments) {
    writer.println(messages.text(key, arguments));
    writer.flush();
  }
}
