package de.qapix.checks.schema;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.finding.Severity;
import de.qapix.checks.scratch.FolderHistory;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.MigrationStanding;
import de.qapix.files.DisplayPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;

/** What is not in order with what a tool has written down of their migrations. */
final class HistoryFindings {

  private final MigrationFolder folder;
  private final Path here;

  HistoryFindings(MigrationFolder folder, Path here) {
    this.folder = folder;
    this.here = here;
  }

  /** Nothing where there is no history: the database may have been made otherwise. */
  List<Finding> of(DSLContext db, String schema) {
    return FolderHistory.read(db, schema, folder).orElse(List.of()).stream()
        .filter(standing -> !standing.isInOrder())
        .map(this::finding)
        .toList();
  }

  private Finding finding(MigrationStanding standing) {
    String group = folder.layout().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Finding finding =
        Finding.error(group + "/" + standing.state().word(), standing.name())
            .with(standing.isUnknown() ? Severity.NOTE : Severity.ERROR);
    Finding placed =
        standing
            .script()
            .map(script -> finding.at(Place.in(DisplayPath.from(here, script.file()))))
            .orElse(finding);
    // Prisma writes no log while a migration runs.
    return standing
        .logs()
        .map(String::strip)
        .filter(logs -> !logs.isEmpty())
        .map(placed::found)
        .orElse(placed);
  }
}
