package de.qapix.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where progress and notices go: standard error.
 *
 * @param live whether it is a terminal, on which a line can be drawn again
 * @param columns its width in characters
 * @param loudness what of it the user wants
 * @param format for people, or one JSON object a line
 * @param clock for the time of such an object
 */
public record Terminal(
    PrintWriter err,
    boolean live,
    int columns,
    Loudness loudness,
    Format format,
    InstantSource clock) {

  /** The usual loudness, for people. */
  public Terminal(PrintWriter err, boolean live, int columns, InstantSource clock) {
    this(err, live, columns, Loudness.NOTICES, Format.TEXT, clock);
  }

  /** The same, as the user wants it. */
  Terminal with(Loudness wanted, Format lines) {
    boolean redraws = live && lines == Format.TEXT && wanted == Loudness.NOTICES;
    return new Terminal(err, redraws, columns, wanted, lines, clock);
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
