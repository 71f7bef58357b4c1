package de.qapix.checks.schema;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.finding.Severity;
import de.qapix.checks.scratch.FolderNote;
import de.qapix.checks.scratch.MigrationFolder;
import de.qapix.checks.script.ScratchException;
import de.qapix.checks.script.ScriptNote;
import de.qapix.files.DisplayPath;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

  /** What was not there and was stood in for. */
  public static List<Finding> standIns(List<String> extensions, List<String> roles) {
    return Stream.concat(
            extensions.stream().map(name -> Finding.note("migration/extension-stand-in", name)),
            roles.stream().map(name -> Finding.note("migration/role-stand-in", name)))
        .toList();
  }

  /** What is to be known of statements; of those of one kind, the first in each file. */
  public List<Finding> applied(List<ScriptNote> notes) {
    Map<List<String>, Long> counts =
        notes.stream().collect(groupingBy(ScratchFindings::likeness, counting()));
    Set<List<String>> told = new HashSet<>();
    return notes.stream()
        .filter(note -> told.add(likeness(note)))
        .map(note -> applied(note, counts.get(likeness(note)) - 1))
        .toList();
  }

  /** What those have in common of which one is enough: what cannot be tried entails more of it. */
  private static List<String> likeness(ScriptNote note) {
    String kind = note.kind() == ScriptNote.Kind.LEFT_OUT ? note.state() : "";
    return List.of(note.file().toString(), note.kind().name(), kind);
  }

  private Finding applied(ScriptNote note, long others) {
    Finding finding = applied(note);
    return others == 0 || note.kind() != ScriptNote.Kind.NOT_CHECKED
        ? finding
        : finding.withArguments(note.what(), note.state(), " +" + others);
  }

  private Finding applied(ScriptNote note) {
    return switch (note.kind()) {
      case PLATFORM -> Finding.note("migration/platform-stand-in", note.what());
      case LEFT_OUT -> at(note, Finding.note("migration/left-out", note.what()));
      case NOT_CHECKED -> at(note, Finding.warning("migration/not-checked", name(note)));
      case WITH_OTHERS -> at(note, Finding.warning("migration/with-others", name(note)));
      case IN_TRANSACTION ->
          at(
              note,
              Finding.error(
                  note.state().equals("55P04")
                      ? "migration/new-enum-value"
                      : "migration/in-transaction",
                  name(note)));
    };
  }

  private String name(ScriptNote note) {
    return folder.nameOf(note.file());
  }

  private Finding at(ScriptNote note, Finding finding) {
    return finding
        .at(new Place(DisplayPath.from(here, note.file()), note.line(), note.column(), 0))
        .withArguments(note.what(), note.state(), "");
  }

  /** What is to be known of the folder itself. */
  public List<Finding> notes() {
    return folder.notes().stream().map(this::note).toList();
  }

  private Finding note(FolderNote note) {
    String rule = note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Finding.note("migration/" + rule, folder.nameOf(note.place()))
        .with(note.kind().isError() ? Severity.ERROR : Severity.NOTE)
        .at(Place.in(DisplayPath.from(here, note.place()), note.line()))
        .withArguments(note.detail());
  }

  /** The migration that failed. */
  public Finding broken(ScratchException failure) {
    return Finding.error("migration/" + rule(failure.kind()), folder.nameOf(failure.file()))
        .at(
            new Place(
                DisplayPath.from(here, failure.file()),
                failure.place().line(),
                failure.place().column(),
                0))
        .withArguments(failure.serverMessage(), failure.sqlState());
  }

  private static String rule(ScratchException.Kind kind) {
    return switch (kind) {
      case REFUSED -> "does-not-apply";
      case PSQL_COMMAND -> "psql-command";
      case TOO_SLOW -> "too-slow";
    };
  }
}
