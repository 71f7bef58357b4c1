package de.qapix.checks.fix;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Chooses fixes that can be made together. */
public final class CompatibleFixes {

  private static final Comparator<Edit> BY_PLACE = Comparator.comparing(Edit::start);

  private final Map<List<Object>, Set<String>> wanted;
  private final Map<String, NavigableSet<Edit>> accepted = new HashMap<>();

  private CompatibleFixes(Collection<Fix> fixes) {
    this.wanted =
        fixes.stream()
            .flatMap(fix -> fix.edits().stream())
            .collect(groupingBy(CompatibleFixes::place, mapping(Edit::text, toSet())));
  }

  /**
   * Those of them that can be made together. Where two want something else in the same place, none
   * is right for both of their queries; one that only overlaps with others has to wait.
   */
  public static List<Fix> of(Collection<Fix> fixes) {
    CompatibleFixes compatible = new CompatibleFixes(fixes);
    List<Fix> chosen = new ArrayList<>();
    for (Fix fix : new LinkedHashSet<>(fixes)) {
      if (fix.edits().stream().allMatch(compatible::isFree)) {
        fix.edits().forEach(compatible::accept);
        chosen.add(fix);
      }
    }
    return chosen;
  }

  private static List<Object> place(Edit edit) {
    return List.of(edit.source().file(), edit.start(), edit.end());
  }

  private boolean isFree(Edit edit) {
    NavigableSet<Edit> others =
        accepted.getOrDefault(edit.source().file(), new TreeSet<>(BY_PLACE));
    Edit before = others.floor(edit);
    Edit after = others.ceiling(edit);
    return wanted.get(place(edit)).size() == 1
        && (before == null || before.isAt(edit) || before.end() <= edit.start())
        && (after == null || after.isAt(edit) || edit.end() <= after.start());
  }

  private void accept(Edit edit) {
    accepted.computeIfAbsent(edit.source().file(), any -> new TreeSet<>(BY_PLACE)).add(edit);
  }
}
