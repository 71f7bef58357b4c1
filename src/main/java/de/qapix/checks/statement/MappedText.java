package de.qapix.checks.statement;

import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text for the server that knows of each of its chars where it is written, or for which hole it
 * stands in. It is never changed; what changes it gives a new one.
 */
public final class MappedText {

  /** The number of what stands in for no hole but for something wrong. */
  static final int REPAIR = -1;

  private final String text;
  private final SourceText[] sources;
  private final int[] starts;
  private final int[] ends;

  private MappedText(String text, SourceText[] sources, int[] starts, int[] ends) {
    this.text = text;
    this.sources = sources;
    this.starts = starts;
    this.ends = ends;
  }

  public static MappedText of(Literal literal) {
    int length = literal.sql().length();
    int[] starts = new int[length];
    int[] ends = new int[length];
    SourceText[] sources = new SourceText[length];
    Arrays.fill(sources, literal.source());
    Arrays.setAll(starts, literal::offset);
    Arrays.setAll(ends, at -> literal.offset(at + 1));
    return new MappedText(literal.sql(), sources, starts, ends);
  }

  /** The pieces of a query, with a word in the place of each hole. */
  public static MappedText ofPieces(List<Piece> pieces) {
    List<MappedText> parts = new ArrayList<>();
    for (Piece piece : pieces) {
      parts.add(piece instanceof Literal literal ? of(literal) : standIn("hole", parts.size()));
    }
    return of(parts);
  }

  /** What stands in for the hole of that number. */
  static MappedText standIn(String text, int hole) {
    int[] starts = new int[text.length()];
    Arrays.fill(starts, hole);
    return new MappedText(text, new SourceText[text.length()], starts, new int[text.length()]);
  }

  public String text() {
    return text;
  }

  /** One after the other. */
  public static MappedText of(List<MappedText> parts) {
    int length = parts.stream().mapToInt(part -> part.text.length()).sum();
    StringBuilder text = new StringBuilder(length);
    SourceText[] sources = new SourceText[length];
    int[] starts = new int[length];
    int[] ends = new int[length];
    for (MappedText part : parts) {
      int size = part.text.length();
      System.arraycopy(part.sources, 0, sources, text.length(), size);
      System.arraycopy(part.starts, 0, starts, text.length(), size);
      System.arraycopy(part.ends, 0, ends, text.length(), size);
      text.append(part.text);
    }
    return new MappedText(text.toString(), sources, starts, ends);
  }

  public MappedText part(int from, int to) {
    return new MappedText(
        text.substring(from, to),
        Arrays.copyOfRange(sources, from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to));
  }

  /** The same with something else between two places. */
  public MappedText replace(int from, int to, String other) {
    return of(List.of(part(0, from), standIn(other, REPAIR), part(to, text.length())));
  }

  /** Another text for what is written between two places, which is still written there. */
  MappedText rewritten(int from, int to, String other) {
    MappedText text = standIn(other, REPAIR);
    Arrays.fill(text.sources, sources[from]);
    Arrays.fill(text.starts, starts[from]);
    Arrays.fill(text.ends, ends[to - 1]);
    return text;
  }

  /** Where all of a part is written; nothing if it is not written in one piece. */
  public Optional<Spot> spot(int from, int to) {
    for (int at = from; at < to; at++) {
      if (sources[at] == null || sources[at] != sources[from]) {
        return Optional.empty();
      }
    }
    return from < to
        ? Optional.of(new Spot(sources[from], starts[from], ends[to - 1]))
        : Optional.empty();
  }

  /**
   * Whether the chars from one to before another are written one after the other, with nothing in
   * between.
   */
  public boolean isUnbroken(int from, int to) {
    for (int at = from; at < to - 1; at++) {
      boolean follows = sources[at + 1] == sources[at] && starts[at + 1] == ends[at];
      if (sources[at] == null || !follows) {
        return false;
      }
    }
    return true;
  }

  /** The hole for which the char at a place stands in; nothing for what is written. */
  public Optional<Integer> hole(int at) {
    return at < text.length() && sources[at] == null && starts[at] != REPAIR
        ? Optional.of(starts[at])
        : Optional.empty();
  }

  /** Where something is written: from a char of a file to before another. */
  public record Spot(SourceText source, int start, int end) {

    public static Spot of(Hole hole) {
      return new Spot(hole.source(), hole.start(), hole.end());
    }

    /** The text there; empty where it is put together of several. */
    public String written() {
      return start < end ? source.text().substring(start, end) : "";
    }
  }
}
