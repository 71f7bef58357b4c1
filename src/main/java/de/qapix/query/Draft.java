package de.qapix.query;

import java.util.Arrays;
import java.util.Optional;

/**
 * A text for the server that knows of each of its chars where it is written, or for which hole it
 * stands in. It is never changed; what changes it gives a new one.
 */
final class Draft {

  /** The number of what stands in for no hole but for something wrong. */
  static final int REPAIR = -1;

  private final String text;
  private final SourceText[] sources;
  private final int[] starts;
  private final int[] ends;

  private Draft(String text, SourceText[] sources, int[] starts, int[] ends) {
    this.text = text;
    this.sources = sources;
    this.starts = starts;
    this.ends = ends;
  }

  static Draft of(Literal literal) {
    int length = literal.sql().length();
    int[] starts = new int[length];
    int[] ends = new int[length];
    SourceText[] sources = new SourceText[length];
    Arrays.fill(sources, literal.source());
    Arrays.setAll(starts, literal::offset);
    Arrays.setAll(ends, at -> literal.offset(at + 1));
    return new Draft(literal.sql(), sources, starts, ends);
  }

  /** What stands in for the hole of that number. */
  static Draft standIn(String text, int hole) {
    int[] starts = new int[text.length()];
    Arrays.fill(starts, hole);
    return new Draft(text, new SourceText[text.length()], starts, new int[text.length()]);
  }

  String text() {
    return text;
  }

  Draft plus(Draft other) {
    int length = text.length() + other.text.length();
    SourceText[] allSources = Arrays.copyOf(sources, length);
    int[] allStarts = Arrays.copyOf(starts, length);
    int[] allEnds = Arrays.copyOf(ends, length);
    System.arraycopy(other.sources, 0, allSources, text.length(), other.text.length());
    System.arraycopy(other.starts, 0, allStarts, text.length(), other.text.length());
    System.arraycopy(other.ends, 0, allEnds, text.length(), other.text.length());
    return new Draft(text + other.text, allSources, allStarts, allEnds);
  }

  Draft part(int from, int to) {
    return new Draft(
        text.substring(from, to),
        Arrays.copyOfRange(sources, from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to));
  }

  /** The same with something else between two places. */
  Draft replace(int from, int to, String other) {
    return part(0, from).plus(standIn(other, REPAIR)).plus(part(to, text.length()));
  }

  /** The same with another text for what is written between two places. */
  Draft rewrite(int from, int to, String other) {
    Draft middle = standIn(other, REPAIR);
    Arrays.fill(middle.sources, sources[from]);
    Arrays.fill(middle.starts, starts[from]);
    Arrays.fill(middle.ends, ends[to - 1]);
    return part(0, from).plus(middle).plus(part(to, text.length()));
  }

  /** Where all of a part is written; nothing if it is not written in one piece. */
  Optional<Spot> spot(int from, int to) {
    for (int at = from; at < to; at++) {
      if (sources[at] == null || sources[at] != sources[from]) {
        return Optional.empty();
      }
    }
    return from < to
        ? Optional.of(new Spot(sources[from], starts[from], ends[to - 1]))
        : Optional.empty();
  }

  /** The hole for which the char at a place stands in; nothing for what is written. */
  Optional<Integer> hole(int at) {
    return at < text.length() && sources[at] == null && starts[at] != REPAIR
        ? Optional.of(starts[at])
        : Optional.empty();
  }

  /** Where something is written: from a char of a file to before another. */
  record Spot(SourceText source, int start, int end) {}
}
