package de.qapix.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Draws a line of the terminal again and again, however its width changes meanwhile. */
final class ProgressDrawing implements ProgressBarConsumer {

  private final PrintWriter terminal;
  private final Screen screen;
  private int columns;
  private int drawn;

  ProgressDrawing(PrintWriter terminal, Screen screen) {
    this.terminal = Output.own(terminal);
    this.screen = screen;
  }

  /** The last column stays free: what is written there makes some terminals begin a new line. */
  @Override
  public int getMaxRenderedLength() {
    columns = screen.columns().getAsInt();
    return columns - 1;
  }

  /** A line that was longer than the terminal is wide by now takes several of its lines. */
  @Override
  public void accept(String line) {
    int above = drawn == 0 ? 0 : (drawn - 1) / columns;
    terminal.print(above > 0 ? "\u001b[" + above + "A\r\u001b[J" : "\r");
    terminal.print(line + "\u001b[K");
    terminal.flush();
    drawn = line.length();
  }

  /** What follows begins with a line of its own. */
  @Override
  public void close() {
    terminal.println();
    terminal.flush();
  }
}
