package de.qapix.migrate;

import static de.qapix.db.qapix.tables.MigrationText.MIGRATION_TEXT;
import static org.jooq.impl.DSL.currentInstant;

import de.qapix.files.Sha256;
import java.util.Map;
import org.jooq.DSLContext;

/** The texts of migrations as they were applied. */
final class AppliedTexts {

  private final DSLContext db;

  AppliedTexts(DSLContext db) {
    this.db = db;
  }

  /** Whether the table exists. */
  boolean canKeep() {
    return new ServerTables(db).relations(HistoryTable.SCHEMA).contains(MIGRATION_TEXT.getName());
  }

  /** The text of each version that was written down; empty before the table exists. */
  Map<String, String> all() {
    return canKeep()
        ? db.select(MIGRATION_TEXT.VERSION, MIGRATION_TEXT.TEXT)
            .from(MIGRATION_TEXT)
            .fetchMap(MIGRATION_TEXT.VERSION, MIGRATION_TEXT.TEXT)
        : Map.of();
  }

  /** Writes these down; a version that stands there already gets the new text. */
  void keep(Map<String, String> texts) {
    texts.forEach(
        (version, text) ->
            db.insertInto(MIGRATION_TEXT)
                .set(MIGRATION_TEXT.VERSION, version)
                .set(MIGRATION_TEXT.SHA256, Sha256.hex(normalized(text)))
                .set(MIGRATION_TEXT.TEXT, normalized(text))
                .set(MIGRATION_TEXT.RECORDED_AT, currentInstant())
                .onConflict(MIGRATION_TEXT.VERSION)
                .doUpdate()
                .setAllToExcluded()
                .execute());
  }

  /** Whether a text is another one, whatever ends its lines. */
  static boolean differ(String one, String other) {
    return !normalized(one).equals(normalized(other));
  }

  /** With line feeds alone between the lines, as version control may change them. */
  static String normalized(String text) {
    return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
  }
}
