package de.qapix.checks.fix;

import java.util.ArrayList;
import java.util.List;

/**
 * The fixes for one query.
 *
 * @param inOrder as the server met the mistakes: what follows from one comes behind it
 */
public record QueryFixes(List<Fix> inOrder) {

  public QueryFixes {
    inOrder = List.copyOf(inOrder);
  }

  /**
   * Those that can be made at once. Behind a table that gets another name, and behind a column that
   * keeps its name for the outside, may stand what is right as soon as that is done.
   *
   * @param tables whether tables that are spelt otherwise are put right; where they are not,
   *     nothing is that only follows from what they were taken for
   */
  public List<Fix> due(boolean tables) {
    List<Fix> due = new ArrayList<>();
    for (Fix fix : inOrder) {
      if (fix.kind() == Fix.Kind.TABLE && !(tables && !fix.edits().isEmpty())) {
        return due;
      }
      if (!fix.edits().isEmpty() && due.stream().allMatch(before -> goTogether(before, fix))) {
        due.add(fix);
      }
    }
    return due;
  }

  private static boolean goTogether(Fix before, Fix fix) {
    return switch (before.kind()) {
      case NAME, ALIAS -> true;
      case UNQUOTED_TABLE, TABLE ->
          fix.kind() == Fix.Kind.UNQUOTED_TABLE || fix.kind() == Fix.Kind.TABLE;
      case RESULT -> fix.scope() == before.scope();
    };
  }
}
