package de.qapix.checks.scratch;

import de.qapix.checks.scratch.MigrationFolder.Layout;
import de.qapix.checks.script.FolderScript;
import de.qapix.checks.script.Sending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of Prisma 8: folders with operations in JSON, whose order is that of the states they lead to. */
final class PrismaGraphLayout implements MigrationLayout {

  private final Path folder;
  private final List<PrismaSpace> spaces;

  private PrismaGraphLayout(Path folder, List<PrismaSpace> spaces) {
    this.folder = folder;
    this.spaces = spaces;
  }

  static Optional<PrismaGraphLayout> in(Path folder) throws IOException {
    List<PrismaSpace> spaces = PrismaSpaces.in(folder);
    return spaces.isEmpty() ? Optional.empty() : Optional.of(new PrismaGraphLayout(folder, spaces));
  }

  @Override
  public Path example() {
    return spaces.get(0).packages().get(0).file();
  }

  @Override
  public MigrationFolder read() {
    List<FolderScript> scripts = new ArrayList<>();
    List<FolderNote> notes = new ArrayList<>();
    for (PrismaSpace space : spaces) {
      space.path().forEach(each -> scripts.add(script(space, each)));
      space.packages().forEach(each -> note(each).ifPresent(notes::add));
    }
    return new MigrationFolder(folder, Layout.PRISMA_8, scripts, List.of(), notes);
  }

  static FolderScript script(PrismaSpace space, PrismaPackage one) {
    return new FolderScript(
        space.name() + "/" + one.name() + "/" + FileOrder.name(one.file()),
        Optional.of(space.called(one)),
        one.file(),
        one.text(),
        PrismaOperations.script(one),
        Sending.TRANSACTION,
        false);
  }

  private static Optional<FolderNote> note(PrismaPackage one) {
    if (one.isEdited()) {
      return Optional.of(new FolderNote(FolderNote.Kind.EDITED, one.file(), one.hash()));
    }
    return one.isUnfinished()
        ? Optional.of(new FolderNote(FolderNote.Kind.UNFINISHED, one.file(), ""))
        : Optional.empty();
  }
}
