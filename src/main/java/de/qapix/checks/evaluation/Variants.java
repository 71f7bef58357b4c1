package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an expression can be, one variant after the other, the fullest one first. */
public final class Variants implements Iterator<Variant> {

  private final PathEnumerator paths;
  private final Function<Map<Object, Integer>, Path> follow;
  private final Function<Path, Variant> variant;
  private final Set<String> seen = new HashSet<>();
  private Variant next;
  private boolean cut;

  /**
   * @param follow begins a path with some decisions
   * @param variant what the expression is on a path
   */
  Variants(int most, Function<Map<Object, Integer>, Path> follow, Function<Path, Variant> variant) {
    this.paths = new PathEnumerator(most);
    this.follow = follow;
    this.variant = variant;
  }

  @Override
  public boolean hasNext() {
    while (next == null && paths.hasNext()) {
      Map<Object, Integer> beginning = paths.next();
      Path path = follow.apply(beginning);
      Variant found = variant.apply(path);
      paths.followed(beginning, path.made());
      cut |= path.isCut();
      next = seen.add(key(found)) ? found : null;
    }
    return next != null;
  }

  @Override
  public Variant next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more variants");
    }
    Variant found = next;
    next = null;
    return found;
  }

  /** Whether all that it can be has been told. */
  public boolean isComplete() {
    return next == null && paths.isComplete() && !cut;
  }

  private static String key(Variant variant) {
    return variant.pieces().stream().map(Variants::key).collect(Collectors.joining())
        + variant.unknown().map(Variants::key).orElse("");
  }

  private static String key(Piece piece) {
    return piece instanceof Literal literal
        ? literal.sql()
        : ((Hole) piece).kind() + "@" + ((Hole) piece).start();
  }

  /** What a value is on a path. */
  static Variant of(Value value, Path path, Function<List<Piece>, List<Piece>> finish) {
    Set<BranchTaken> taken = path.made().stream().map(Path.Made::taken).collect(Collectors.toSet());
    if (value instanceof Value.Code code) {
      boolean named = !(code.node() instanceof Node.Other);
      return new Variant(
          List.of(), named ? Optional.of(code.hole(Hole.Kind.SQL)) : Optional.empty(), taken);
    }
    boolean none =
        value instanceof Value.Items
            || value instanceof Value.Repeated
            || value instanceof Value.Structure
            || value instanceof Value.Function;
    return new Variant(
        none ? List.of() : finish.apply(Rendering.of(value)), Optional.empty(), taken);
  }
}
