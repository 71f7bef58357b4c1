package de.qapix.migrate;

import static de.qapix.db.qapix.tables.MigrationText.MIGRATION_TEXT;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import de.qapix.files.Sha256;
import java.util.Map;
import org.jooq.DSLContext;

/** The texts of migrations as they were applied. */
final class AppliedTexts {

  private final DSLContext db;

  AppliedTexts(DSLContext db) {
    this.db = db;
  }

  /** Writes these down; a version that stands there already gets the new text. */
  void keep(Map<String, String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    db.insertInto(
            MIGRATION_TEXT,
            MIGRATION_TEXT.VERSION,
            MIGRATION_TEXT.SHA256,
            MIGRATION_TEXT.TEXT,
            MIGRATION_TEXT.RECORDED_AT)
        .valuesOfRows(
            texts.entrySet().stream()
                .map(
                    text ->
                        row(
                            val(text.getKey()),
                            val(Sha256.hex(normalized(text.getValue()))),
                            val(normalized(text.getValue())),
                            currentInstant()))
                .toList())
        .onConflict(MIGRATION_TEXT.VERSION)
        .doUpdate()
        .setAllToExcluded()
        .execute();
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
