package de.qapix.cli.output;

import de.qapix.files.VisibleText;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * What all commands print to. Much of it comes from an API, a database or files of others, in which
 * anybody may have written what commands a terminal: here, and nowhere else, it becomes visible.
 */
public final class Output extends PrintWriter {

  private Output(Writer writer) {
    super(writer);
  }

  /** Prints what can be seen to this writer. */
  public static PrintWriter to(Writer writer) {
    return new Output(writer);
  }

  /** The same writer as it is, for what is our own: colours, and a line that is drawn again. */
  public static PrintWriter own(PrintWriter writer) {
    return writer instanceof Output output ? new PrintWriter(output.out) : writer;
  }

  @Override
  public void write(int character) {
    write(String.valueOf((char) character));
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    write(String.valueOf(characters, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) {
    String visible = VisibleText.controls(text.substring(offset, offset + length));
    super.write(visible, 0, visible.length());
  }
}
