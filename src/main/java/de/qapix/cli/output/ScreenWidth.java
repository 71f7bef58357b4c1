package de.qapix.cli.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The width of the terminal, asked for each time, as its user may change it at any moment. */
public final class ScreenWidth implements IntSupplier {

  private static final File TERMINAL = new File("/dev/tty");
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,3})");

  private int columns;
  private boolean known = true;

  /**
   * @param columns what it is to begin with, and stays where nobody can be asked
   */
  public ScreenWidth(int columns) {
    this.columns = columns;
  }

  @Override
  public synchronized int getAsInt() {
    if (known) {
      ask();
    }
    return columns;
  }

  private void ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL)
              .redirectError(Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), US_ASCII);
      Matcher matcher = SIZE.matcher(size.strip());
      known = matcher.matches();
      if (known) {
        columns = Integer.parseInt(matcher.group(1));
      }
    } catch (IOException nobody) {
      known = false;
    }
  }
}
