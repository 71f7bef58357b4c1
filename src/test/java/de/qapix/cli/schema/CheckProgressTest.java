package de.qapix.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.output.Output;
import de.qapix.cli.output.Screen;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CheckProgressTest {

  private final StringWriter written = new StringWriter();
  private Instant now = Instant.parse("2026-11-29T12:00:00Z");

  @Test
  void a_log_gets_a_line_every_ten_seconds() {
    CheckProgress progress = progress(false);

    progress.read(1, 3_000);
    pass(2);
    progress.read(20, 3_000);
    pass(11);
    progress.read(1_500, 3_000);
    progress.read(3_000, 3_000);
    progress.checked(1, 3);
    pass(11);
    progress.checked(2, 3);
    progress.checked(3, 3);

    assertThat(written).hasToString("read 1500 of 3000 files\nchecked queries of 2 of 3 files\n");
  }

  @Test
  void a_terminal_gets_a_bar_that_is_taken_away_at_the_end() {
    CheckProgress progress = progress(true);

    pass(2);
    progress.read(1_500, 3_000);
    progress.close();

    assertThat(written.toString())
        .contains("Reading  50% |")
        .contains("| 1500/3000 files")
        .endsWith("\r\u001b[K\u001b[?7h");
  }

  @Test
  void what_is_done_in_a_moment_shows_nothing() {
    CheckProgress progress = progress(true);

    progress.read(1, 2);
    progress.read(2, 2);
    progress.checked(1, 1);
    progress.close();

    assertThat(written).hasToString("");
  }

  private CheckProgress progress(boolean live) {
    Terminal terminal =
        new Terminal(Output.to(written), new Screen(live, false, () -> 80), () -> now);
    return new CheckProgress(terminal, new Messages(Locale.ENGLISH));
  }

  private void pass(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
  }
}
