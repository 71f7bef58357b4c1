package de.qapix.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.output.Output;
import de.qapix.cli.output.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private static final Duration PASSED = Duration.ofSeconds(7);

  @Test
  void as_much_is_told_as_the_terminal_is_wide() {
    ProgressLine line = new ProgressLine(new Messages(Locale.ENGLISH), "sync.progress", true);

    assertThat(line.line(511, 1506, PASSED, "", 39))
        .isEqualTo("Calendly  33% |████▊         | 511/1506");
    assertThat(line.line(511, 1506, PASSED, "", 79))
        .isEqualTo(
            "Calendly  33% |████▍        | 511/1506 events (0:00:07 / 0:00:13) 73.0 events/s");
    assertThat(line.line(511, 1506, PASSED, "", 199))
        .isEqualTo(
            "Calendly  33% |█████████████▌"
                + " ".repeat(26)
                + "| 511/1506 events"
                + " (0:00:07 / 0:00:13) 73.0 events/s");
  }

  @Test
  void no_line_is_wider_than_the_terminal() {
    ProgressLine line = new ProgressLine(new Messages(Locale.GERMAN), "sync.progress", true);
    String note = " (wartet 12 s auf das Limit von Calendly)";

    for (int columns = 0; columns < 220; columns++) {
      assertThat(line.line(0, 0, Duration.ZERO, "", columns)).hasSizeLessThanOrEqualTo(columns);
      assertThat(line.line(99_999, 100_000, PASSED, note, columns))
          .hasSizeLessThanOrEqualTo(columns);
      assertThat(line.line(7, 5, PASSED, note, columns)).hasSizeLessThanOrEqualTo(columns);
    }
  }

  @Test
  void german_has_a_comma_and_an_ascii_terminal_an_ascii_bar() {
    ProgressLine line = new ProgressLine(new Messages(Locale.GERMAN), "sync.progress", false);

    assertThat(line.line(511, 1506, PASSED, "", 90))
        .isEqualTo(
            "Calendly  33% |========>               | 511/1506 Events (0:00:07 / 0:00:13)"
                + " 73,0 Events/s");
  }

  @Test
  void a_line_that_a_narrower_terminal_has_wrapped_is_taken_away() {
    StringWriter terminal = new StringWriter();
    AtomicInteger columns = new AtomicInteger(80);
    ProgressDrawing drawing =
        new ProgressDrawing(Output.to(terminal), new Screen(true, true, columns::get), true);

    assertThat(drawing.getMaxRenderedLength()).isEqualTo(79);
    drawing.accept("x".repeat(79));
    columns.set(30);
    assertThat(drawing.getMaxRenderedLength()).isEqualTo(29);
    drawing.accept("y");
    drawing.getMaxRenderedLength();
    drawing.accept("z");

    String wide = "\u001b[?7l\r" + "x".repeat(79) + "\u001b[K\u001b[?7h";
    String narrow = "\u001b[?7l" + "\r\u001b[K\u001b[A".repeat(2) + "\ry\u001b[K\u001b[?7h";
    assertThat(terminal).hasToString(wide + narrow + "\u001b[?7l\rz\u001b[K\u001b[?7h");
  }

  @Test
  void a_notice_takes_the_place_of_the_bar() {
    StringWriter written = new StringWriter();
    PrintWriter err = Output.to(written);
    Screen screen = new Screen(true, true, () -> 80);

    new Terminal(err, screen, InstantSource.system()).say("told");

    assertThat(written).hasToString("\r\u001b[Ktold\n");
  }
}
