package de.qapix.cli.migrate;

import de.qapix.catalog.CatalogComparison;
import de.qapix.checks.lint.LintedScripts;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.scratch.SafeCopy;
import de.qapix.cli.Messages;
import de.qapix.cli.Workplace;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.schema.MigrationsOptions;
import de.qapix.cli.schema.SchemaChecks;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;

/** Writes a folder of migrations anew, with statements that block nobody, if they make the same. */
final class SafeMigrations {

  private final Workplace place;
  private final SchemaChecks checks;
  private final MigrationsOptions options;
  private final Messages messages;

  SafeMigrations(
      Workplace place, SchemaChecks checks, MigrationsOptions options, Messages messages) {
    this.place = place;
    this.checks = checks;
    this.options = options;
    this.messages = messages;
  }

  /** Before the work: it must be a folder that is not there yet. */
  static void check(Path target) {
    if (Files.exists(target) || !Files.isDirectory(target.toAbsolutePath().getParent())) {
      throw new WrongUseException("use.lint.fix", target);
    }
  }

  /** What was done, in words. */
  String write(MigrationFolder folder, LintedScripts linted, Path target)
      throws IOException, InterruptedException, SQLException {
    if (linted.safe().isEmpty()) {
      return messages.text("lint.fix.none");
    }
    SafeCopy copy = new SafeCopy(folder, linted.safe());
    if (copy.obstacle().isPresent()) {
      throw new WrongUseException("use.lint.fix.file", folder.nameOf(copy.obstacle().get()));
    }
    copy.write(target);
    if (!makesTheSame(folder, target)) {
      delete(target);
      throw new WrongUseException("use.lint.fix.other", target);
    }
    return messages.text("lint.fix.done", target, linted.safe().size(), copy.written());
  }

  private boolean makesTheSame(MigrationFolder folder, Path target)
      throws IOException, InterruptedException, SQLException {
    List<String> schemas = options.schemas(place.sharedSchema());
    return CatalogComparison.between(
            checks.catalog(place, folder, schemas),
            checks.catalog(place, options.read(target), schemas))
        .isEmpty();
  }

  private static void delete(Path target) throws IOException {
    Files.walkFileTree(
        target,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
