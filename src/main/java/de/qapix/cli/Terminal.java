package de.qapix.cli;

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
    PrintWriter err, Screen screen, Loudness loudness, Format format, InstantSource clock) {

  private static final String OVER_THE_BAR = "\r\u001b[K";

  /** The usual loudness, for people. */
  Terminal(PrintWriter err, Screen screen, InstantSource clock) {
    this(err, screen, Loudness.NOTICES, Format.TEXT, clock);
  }

  /** The same, as the user wants it. */
  Terminal with(Loudness wanted, Format lines) {
    boolean redraws = lines == Format.TEXT && wanted == Loudness.NOTICES;
    return new Terminal(err, screen.liveIf(redraws), wanted, lines, clock);
  }

  boolean hears(Loudness level) {
    return loudness.compareTo(level) >= 0;
  }

  /** One line, unless the user wants none. */
  void say(String line) {
    say(Loudness.NOTICES, "notice", line, Map.of());
  }

  /**
   * One line for those who want to hear that much.
   *
   * @param event what it is about, for programs
   * @param fields the same figures for programs
   */
  void say(Loudness level, String event, String line, Map<String, ?> fields) {
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
