package de.qapix.checks.scratch;

import de.qapix.checks.script.FolderScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    String newest =
        scripts.stream()
            .filter(script -> !script.isCallback())
            .map(FolderScript::name)
            .reduce(scripts.get(0).name(), (first, second) -> second);
    Set<String> names =
        db.flatMap(live -> FolderHistory.read(live, schema, folder))
            .map(PendingScripts::names)
            .orElseGet(() -> Set.of(newest));
    return of(folder, script -> names.contains(script.name()));
  }

  /** The folder with all of them, the pending ones last. */
  public MigrationFolder all() {
    return applied.with(Stream.concat(applied.scripts().stream(), pending.stream()).toList());
  }

  /** Those that somebody knows to be pending. */
  public static PendingScripts of(MigrationFolder folder, Predicate<FolderScript> isPending) {
    List<FolderScript> applied = new ArrayList<>();
    List<FolderScript> pending = new ArrayList<>();
    for (FolderScript script : folder.scripts()) {
      if (isPending.test(script)) {
        pending.add(script);
      } else if (pending.isEmpty() || !script.isCallback()) {
        applied.add(script);
      }
    }
    return new PendingScripts(folder.with(applied), pending);
  }

  private static Set<String> names(List<MigrationStanding> standings) {
    return standings.stream()
        .filter(MigrationStanding::isPending)
        .flatMap(standing -> standing.script().stream())
        .map(FolderScript::name)
        .collect(Collectors.toSet());
  }
}
