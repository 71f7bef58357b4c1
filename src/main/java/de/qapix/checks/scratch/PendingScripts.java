package de.qapix.checks.scratch;

import de.qapix.catalog.ReadOnlyTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Which migrations of a folder are still to come.
 *
 * @param applied those that come before
 * @param pending the others
 */
public record PendingScripts(MigrationFolder applied, List<FolderScript> pending) {

  public PendingScripts {
    pending = List.copyOf(pending);
  }

  /** Those that a database's history does not have; without one, the newest alone. */
  public static PendingScripts of(MigrationFolder folder, Optional<DSLContext> db, String schema) {
    List<FolderScript> scripts = folder.scripts();
    String newest = scripts.get(scripts.size() - 1).name();
    Set<String> names =
        db.flatMap(live -> pending(folder, live, schema)).orElseGet(() -> Set.of(newest));
    return of(folder, script -> names.contains(script.name()));
  }

  /** Those that somebody knows to be pending. */
  public static PendingScripts of(MigrationFolder folder, Predicate<FolderScript> isPending) {
    List<FolderScript> applied = new ArrayList<>(folder.scripts());
    List<FolderScript> pending = new ArrayList<>(folder.scripts());
    applied.removeIf(isPending);
    pending.removeIf(isPending.negate());
    return new PendingScripts(
        new MigrationFolder(folder.folder(), folder.layout(), applied, folder.ignored()), pending);
  }

  /** Empty where there is no history. */
  private static Optional<Set<String>> pending(
      MigrationFolder folder, DSLContext db, String schema) {
    return ReadOnlyTransaction.in(
        db,
        transaction ->
            folder.layout() == MigrationFolder.Layout.PRISMA
                ? PrismaHistory.read(transaction, schema).map(history -> prisma(history, folder))
                : FlywayHistory.read(transaction, schema).map(history -> flyway(history, folder)));
  }

  private static Set<String> prisma(PrismaHistory history, MigrationFolder folder) {
    Set<String> names =
        history.compare(folder).stream()
            .filter(
                migration ->
                    migration.state() == PrismaMigration.State.PENDING
                        || migration.state() == PrismaMigration.State.ROLLED_BACK)
            .map(PrismaMigration::name)
            .collect(Collectors.toSet());
    return folder.scripts().stream()
        .filter(script -> script.version().filter(names::contains).isPresent())
        .map(FolderScript::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> flyway(FlywayHistory history, MigrationFolder folder) {
    return history.compare(folder).stream()
        .filter(standing -> standing.rule().equals("pending"))
        .map(FlywayHistory.Standing::script)
        .collect(Collectors.toSet());
  }
}
