package de.qapix.migrate;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** What was edited in a text, as developers are used to see it. */
final class TextDifference {

  private static final int CONTEXT = 1;
  private static final int HEADINGS = 2;

  private TextDifference() {}

  /** Lines that begin with {@code -}, {@code +} or a blank; empty where nothing differs. */
  static List<String> lines(String before, String after) {
    List<String> old = AppliedTexts.normalized(before).lines().toList();
    List<String> fresh = AppliedTexts.normalized(after).lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff("", "", old, DiffUtils.diff(old, fresh), CONTEXT);
    return lines.stream().skip(HEADINGS).toList();
  }
}
