package de.qapix.cli;

import de.qapix.cli.output.Output;
import de.qapix.cli.output.Screen;
import de.qapix.files.JsonText;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where progress and notices go: standard error.
 *
 * @param screen what it can show
 * @param loudness what of it the user wants
 * @param format for people, or one JSON object a line
 * @param clock for the time of such an object
 */
public record Terminal(
    PrintWriter err, Screen screen, Verbosity loudness, Format format, InstantSource clock) {

  private static final String OVER_THE_BAR = "\r\u001b[K";

  /** The usual loudness, for people. */
  public Terminal(PrintWriter err, Screen screen, InstantSource clock) {
    this(err, screen, Verbosity.NOTICES, Format.TEXT, clock);
  }

  /** The same, as the user wants it. */
  Terminal with(Verbosity wanted, Format lines) {
    boolean redraws = lines == Format.TEXT && wanted == Verbosity.NOTICES;
    return new Terminal(err, screen.liveIf(redraws), wanted, lines, clock);
  }

  boolean hears(Verbosity level) {
    return loudness.compareTo(level) >= 0;
  }

  /** One line, unless the user wants none. */
  public void say(String line) {
    say(Verbosity.NOTICES, "notice", line, Map.of());
  }

  /**
   * One line for those who want to hear that much.
   *
   * @param event what it is about, for programs
   * @param fields the same figures for programs
   */
  public void say(Verbosity level, String event, String line, Map<String, ?> fields) {
    if (hears(level)) {
      if (screen.live()) {
        Output.own(err).print(OVER_THE_BAR);
      }
      err.println(format == Format.JSON ? json(event, line, fields) : line);
      err.flush();
    }
  }

  private String json(String event, String message, Map<String, ?> fields) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("time", clock.instant().toString());
    object.put("event", event);
    object.put("message", message);
    object.putAll(fields);
    return JsonText.of(object);
  }
}
