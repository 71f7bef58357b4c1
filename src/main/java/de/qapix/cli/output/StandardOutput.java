package de.qapix.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output, which remembers that it could not be written to: a {@code PrintWriter} tells
 * nobody. Nothing more is written then, so that no part is missing in the middle.
 */
public final class StandardOutput extends OutputStream {

  private static final String CLOSED_PIPE = "broken pipe";

  private final OutputStream stream;
  private IOException failure;

  public StandardOutput(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    go(() -> stream.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    go(stream::flush);
  }

  private void go(Step step) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      step.go();
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    }
  }

  /**
   * Why it could not be written to; empty where it could, or where its reader has seen enough, as
   * {@code head} has. The system tells the two apart by words only, and those in which qapix speaks
   * hold the English ones.
   */
  public Optional<String> failure() {
    return Optional.ofNullable(failure)
        .map(broken -> String.valueOf(broken.getMessage()))
        .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains(CLOSED_PIPE));
  }

  /** A step that writes. */
  private interface Step {
    void go() throws IOException;
  }
}
