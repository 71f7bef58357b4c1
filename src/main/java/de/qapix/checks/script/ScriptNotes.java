package de.qapix.checks.script;

import de.qapix.checks.finding.Place;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.ServerRefusal;
import java.util.ArrayList;
import java.util.List;

/** Collects what is to be known of the scripts of a folder while they are applied. */
final class ScriptNotes {

  private final List<ScriptNote> notes = new ArrayList<>();
  private final boolean incomplete;

  /**
   * @param incomplete whether something that scripts need is not there from the beginning
   */
  ScriptNotes(boolean incomplete) {
    this.incomplete = incomplete;
  }

  void add(ScriptNote.Kind kind, FolderScript script, int offset, String what, String state) {
    Place place = place(script, offset);
    notes.add(new ScriptNote(kind, script.file(), place.line(), place.column(), what, state));
  }

  void add(ScriptNote.Kind kind, FolderScript script, int offset, ServerRefusal refusal) {
    add(kind, script, offset, refusal.message(), refusal.state());
  }

  /** Notes once of a script that its tool would not have applied it. */
  void addTransaction(FolderScript script, int offset, ServerRefusal refusal) {
    boolean told =
        notes.stream()
            .anyMatch(
                note ->
                    note.kind() == ScriptNote.Kind.IN_TRANSACTION
                        && note.file().equals(script.file()));
    if (!told && script.sending().forbids(refusal.state())) {
      add(ScriptNote.Kind.IN_TRANSACTION, script, offset, refusal);
    }
  }

  static Place place(FolderScript script, int offset) {
    return new SourceText(script.file().toString(), script.sql()).place(offset, offset);
  }

  /** Whether something is not there that a script should have made. */
  boolean isIncomplete() {
    return incomplete
        || notes.stream().anyMatch(note -> note.kind() == ScriptNote.Kind.NOT_CHECKED);
  }

  List<ScriptNote> all() {
    return List.copyOf(notes);
  }
}
