package de.qapix.migrate;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/**
 * A migration whose text is another one than was applied.
 *
 * @param lines what differs: lines that begin with {@code -} were applied, those with {@code +} are
 *     there now
 */
public record EditedMigration(String version, String description, List<String> lines) {

  private static final int CONTEXT = 1;
  private static final int HEADINGS = 2;

  public EditedMigration {
    lines = List.copyOf(lines);
  }

  /** One whose lines are as developers are used to see them; none where nothing differs. */
  static EditedMigration of(Migration migration, String before, String after) {
    List<String> old = AppliedTexts.normalized(before).lines().toList();
    List<String> fresh = AppliedTexts.normalized(after).lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff("", "", old, DiffUtils.diff(old, fresh), CONTEXT);
    return new EditedMigration(
        migration.version(), migration.description(), lines.stream().skip(HEADINGS).toList());
  }
}
