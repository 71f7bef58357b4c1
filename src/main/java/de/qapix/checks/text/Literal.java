package de.qapix.checks.text;

import java.util.Arrays;

/** SQL as it is written, with the way back from each of its chars to the source. */
public final class Literal implements Piece {

  private final String sql;
  private final SourceText source;
  private final int[] offsets;
  private final int origin;

  /**
   * @param sql what the database gets, after the escapes of the host language
   * @param offsets for each char of it, where it is written in the source; and, as the last, where
   *     that ends
   */
  public Literal(String sql, SourceText source, int[] offsets) {
    this(sql, source, offsets, offsets[0]);
  }

  private Literal(String sql, SourceText source, int[] offsets, int origin) {
    if (offsets.length != sql.length() + 1) {
      throw new IllegalArgumentException(
          offsets.length + " offsets for " + sql.length() + " chars");
    }
    this.sql = sql;
    this.source = source;
    this.offsets = offsets.clone();
    this.origin = origin;
  }

  /** Text in which each char stands for itself, as in a file of SQL. */
  public static Literal of(SourceText source, int start, int end) {
    int[] offsets = new int[end - start + 1];
    Arrays.setAll(offsets, at -> start + at);
    return new Literal(source.text().substring(start, end), source, offsets);
  }

  public String sql() {
    return sql;
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** Where the char at that place of the SQL is written; that of its end is where it ends. */
  public int offset(int at) {
    return offsets[at];
  }

  /** The part from one char of the SQL to before another. */
  public Literal part(int from, int to) {
    return changed(sql.substring(from, to), Arrays.copyOfRange(offsets, from, to + 1));
  }

  /** What a program makes of it. */
  public Literal changed(String other, int[] otherOffsets) {
    return new Literal(other, source, otherOffsets, origin);
  }

  /** Where the text begins of which it is a part; the same for all of its parts. */
  public int origin() {
    return origin;
  }

  @Override
  public String toString() {
    return sql;
  }
}
