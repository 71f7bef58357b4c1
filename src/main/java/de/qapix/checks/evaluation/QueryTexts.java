package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Guard;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Piece;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds the texts that expressions of a file can have, going back from where they are used. Each
 * has a bound, and so has the file: work grows with its size and with nothing else.
 */
public final class QueryTexts {

  /** What is done to each text with the names that are given beside it. */
  @FunctionalInterface
  public interface Finish extends BiFunction<List<Piece>, BoundNames, List<Piece>> {}

  private static final int MOST_VARIANTS = 64;
  private static final int MOST_STEPS = 30_000;

  /** From there on, each expression is looked at in one variant only, and not far. */
  private static final int MOST_STEPS_OF_FILE = 400_000;

  private static final int FEW_STEPS = 500;

  private final Evaluator evaluator;
  private Frame frame;
  private int paths;
  private long steps;
  private Path last = new Path(0, Map.of(), 0);

  public QueryTexts(Modules modules) {
    this.evaluator = new Evaluator(modules);
  }

  /** Begins with another file. */
  public void begin(ParsedFile file) {
    frame = evaluator.begin(file);
    paths = 0;
    steps = 0;
    last = new Path(0, Map.of(), 0);
  }

  /**
   * The variants of an expression.
   *
   * @param guard the branch in which it is used, or null
   */
  public Variants of(Node node, Guard guard, Finish finish) {
    return variants(() -> evaluator.of(node, frame), guard, finish);
  }

  /** The variants of a variable when all has been done to it. */
  public Variants atEnd(Binding binding, Finish finish) {
    Node place = new Node.Other(binding.offset(), binding.offset());
    return variants(() -> evaluator.atEnd(binding, place, frame), binding.guard(), finish);
  }

  private Variants variants(Supplier<Value> value, Guard guard, Finish finish) {
    BoundNames names = new BoundNames(evaluator, frame);
    Function<Path, Variant> variant =
        path -> Variants.of(value.get(), path, text -> finish.apply(text, names));
    return new Variants(isExhausted() ? 1 : MOST_VARIANTS, taken -> follow(taken, guard), variant);
  }

  private Path follow(Map<Object, Integer> taken, Guard guard) {
    steps += last.steps();
    last = new Path(++paths, taken, isExhausted() ? FEW_STEPS : MOST_STEPS);
    evaluator.follow(last);
    evaluator.decisions().reach(guard, frame);
    return last;
  }

  private boolean isExhausted() {
    return steps > MOST_STEPS_OF_FILE;
  }

  /** The texts in an object such as {@code { text: .., values }}; else the expression itself. */
  public List<Node> sent(Node argument, Guard guard) {
    follow(Map.of(), guard);
    if (!(evaluator.of(argument, frame) instanceof Value.Structure)) {
      return List.of(argument);
    }
    return SqlHints.textKeys().stream()
        .<Node>map(
            key ->
                new Node.Member(argument, key, argument.start(), argument.start(), argument.end()))
        .filter(text -> !(evaluator.of(text, frame) instanceof Value.Code))
        .toList();
  }
}
