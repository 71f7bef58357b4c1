package de.qapix.schema;

import de.qapix.finding.Finding;
import de.qapix.finding.Place;
import java.nio.file.Path;

/** What keeps migrations from being applied to a scratch database, and what was not real there. */
public final class ScratchFindings {

  private final MigrationFolder folder;
  private final Path here;

  /**
   * @param here the folder to which the paths of findings are relative
   */
  public ScratchFindings(MigrationFolder folder, Path here) {
    this.folder = folder;
    this.here = here;
  }

  /** The migration that failed. */
  public Finding broken(ScratchException failure) {
    boolean slow = failure.kind() == ScratchException.Kind.TOO_SLOW;
    return Finding.error(
            slow ? "migration/too-slow" : "migration/does-not-apply",
            folder.folder().relativize(failure.file()).toString())
        .at(new Place(Shown.from(here, failure.file()), failure.line(), failure.column(), 0))
        .withArguments(failure.serverMessage(), failure.sqlState());
  }
}
