package de.qapix.cli.progress;

import de.qapix.cli.output.Output;
import de.qapix.cli.output.Screen;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Draws a line of the terminal again and again, however its width changes meanwhile. */
final class ProgressDrawing implements ProgressBarConsumer {

  private static final String ERASE_TO_END = "\u001b[K";
  private static final String ERASE_AND_UP = "\r" + ERASE_TO_END + "\u001b[A";

  /** What is too long is cut off: tmux tells a new width a quarter of a second too late. */
  private static final String NO_WRAPPING = "\u001b[?7l";

  private static final String WRAPPING = "\u001b[?7h";

  private final PrintWriter terminal;
  private final Screen screen;
  private final boolean staying;
  private int columns;
  private int drawn;
  private boolean closed;

  /**
   * @param staying whether the line is left when all is done
   */
  ProgressDrawing(PrintWriter terminal, Screen screen, boolean staying) {
    this.terminal = Output.own(terminal);
    this.screen = screen;
    this.staying = staying;
  }

  /** The last column stays free: what is written there makes some terminals begin a new line. */
  @Override
  public int getMaxRenderedLength() {
    columns = screen.columns().getAsInt();
    return columns - 1;
  }

  /** A line that was longer than the terminal is wide by now has been made several of. */
  @Override
  public void accept(String line) {
    int above = drawn == 0 ? 0 : (drawn - 1) / columns;
    terminal.print(
        NO_WRAPPING + ERASE_AND_UP.repeat(above) + "\r" + line + ERASE_TO_END + WRAPPING);
    terminal.flush();
    drawn = line.length();
  }

  /** What follows begins with a line of its own, or takes the place of this one. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (staying) {
      terminal.println();
    } else {
      accept("");
    }
    terminal.flush();
  }
}
