package de.qapix.cli.progress;

import de.qapix.cli.Messages;
import java.time.Duration;
import java.util.List;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** The line that shows how work is getting on: as much of it as the terminal is wide. */
final class ProgressLine implements ProgressBarRenderer {

  private static final int SHORTEST_BAR = 8;
  private static final int LONGEST_BAR = 40;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

  private final Messages messages;
  private final String subject;
  private final boolean unicode;

  /**
   * @param subject what the keys of its words begin with: {@code task}, {@code count} and {@code
   *     speed}
   */
  ProgressLine(Messages messages, String subject, boolean unicode) {
    this.messages = messages;
    this.subject = subject;
    this.unicode = unicode;
  }

  @Override
  public String render(ProgressState state, int columns) {
    return line(
        state.getCurrent(),
        state.isIndefinite() ? 0 : state.getMax(),
        state.getElapsedAfterStart(),
        state.getExtraMessage(),
        columns);
  }

  /**
   * The line, no longer than so many columns.
   *
   * @param total 0 where it is not known
   * @param note is shown where there is room
   */
  String line(long done, long total, Duration passed, String note, int columns) {
    double share = total == 0 ? 0 : Math.min(1, (double) done / total);
    String head = messages.text(subject + ".task") + percent(share, total);
    for (String tail : tails(done, total, passed, note)) {
      int room = columns - head.length() - tail.length() - 3;
      if (room >= SHORTEST_BAR) {
        return head + "|" + bar(share, Math.min(room, LONGEST_BAR)) + "| " + tail;
      }
    }
    String least = head + count(done, total);
    return least.substring(0, Math.min(least.length(), Math.max(0, columns)));
  }

  private static String percent(double share, long total) {
    return total == 0 ? "      " : " %3d%% ".formatted((int) Math.floor(share * 100));
  }

  /** What is told behind the bar, beginning with the most. */
  private List<String> tails(long done, long total, Duration passed, String note) {
    String count = count(done, total);
    String things = messages.text(subject + ".count", count);
    String timed = things + " (" + clock(passed) + left(done, total, passed) + ")";
    double seconds = Math.max(1, passed.toMillis() / 1000.0);
    String speed = messages.text(subject + ".speed", done / seconds);
    return List.of(timed + " " + speed + note, timed + note, things + note, things, count);
  }

  private static String count(long done, long total) {
    return total == 0 ? String.valueOf(done) : done + "/" + total;
  }

  /** How long the rest takes if it goes on like that. */
  private static String left(long done, long total, Duration passed) {
    return done == 0 || total == 0
        ? ""
        : " / " + clock(passed.multipliedBy(Math.max(0, total - done)).dividedBy(done));
  }

  private static String clock(Duration duration) {
    return "%d:%02d:%02d"
        .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }

  private String bar(double share, int width) {
    int eighths = (int) Math.floor(share * width * 8);
    String full = (unicode ? "█" : "=").repeat(eighths / 8);
    if (full.length() == width) {
      return full;
    }
    String part = unicode ? EIGHTHS.substring(eighths % 8, eighths % 8 + 1) : ">";
    return full + part + " ".repeat(width - full.length() - 1);
  }
}
