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

/** What an expression can be, one form after the other, the fullest one first. */
public final class Forms implements Iterator<Form> {

  private final Exploration exploration;
  private final Function<Map<Object, Integer>, Path> follow;
  private final Function<Path, Form> form;
  private final Set<String> seen = new HashSet<>();
  private Form next;
  private boolean cut;

  /**
   * @param follow begins a path with some decisions
   * @param form what the expression is on a path
   */
  Forms(int most, Function<Map<Object, Integer>, Path> follow, Function<Path, Form> form) {
    this.exploration = new Exploration(most);
    this.follow = follow;
    this.form = form;
  }

  @Override
  public boolean hasNext() {
    while (next == null && exploration.hasNext()) {
      Map<Object, Integer> beginning = exploration.next();
      Path path = follow.apply(beginning);
      Form found = form.apply(path);
      exploration.followed(beginning, path.made());
      cut |= path.isCut();
      next = seen.add(key(found)) ? found : null;
    }
    return next != null;
  }

  @Override
  public Form next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more forms");
    }
    Form found = next;
    next = null;
    return found;
  }

  /** Whether all that it can be has been told. */
  public boolean isComplete() {
    return next == null && exploration.isComplete() && !cut;
  }

  private static String key(Form form) {
    return form.pieces().stream().map(Forms::key).collect(Collectors.joining())
        + form.unknown().map(Forms::key).orElse("");
  }

  private static String key(Piece piece) {
    return piece instanceof Literal literal
        ? literal.sql()
        : ((Hole) piece).kind() + "@" + ((Hole) piece).start();
  }

  /** What a value is on a path. */
  static Form of(Value value, Path path, Function<List<Piece>, List<Piece>> finish) {
    Set<Way> ways = path.made().stream().map(Path.Made::way).collect(Collectors.toSet());
    if (value instanceof Value.Code code) {
      boolean named = !(code.node() instanceof Node.Other);
      return new Form(
          List.of(), named ? Optional.of(code.hole(Hole.Kind.SQL)) : Optional.empty(), ways);
    }
    boolean none =
        value instanceof Value.Items
            || value instanceof Value.Repeated
            || value instanceof Value.Structure
            || value instanceof Value.Function;
    return new Form(none ? List.of() : finish.apply(Rendering.of(value)), Optional.empty(), ways);
  }
}
