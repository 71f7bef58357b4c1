package de.qapix.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object. What is required and missing, or of another type than promised, is
 * an {@link UnreadableRecordException}; what nobody asks for is ignored.
 */
public final class Fields {

  private static final int LAST_YEAR = 9999;

  private final JsonNode json;
  private final String path;

  private Fields(JsonNode json, String path) {
    this.json = json;
    this.path = path;
  }

  /** The fields of this object; anything else than an object is unreadable. */
  public static Fields of(JsonNode json) {
    if (!json.isObject()) {
      throw new UnreadableRecordException("is no object");
    }
    return new Fields(json, "");
  }

  /** A text that must be there. */
  public String text(String name) {
    return required(name, findText(name));
  }

  /** A text, or null. */
  public String findText(String name) {
    JsonNode value = json.path(name);
    if (absent(value)) {
      return null;
    }
    if (!value.isString()) {
      throw unreadable(name, "is no text");
    }
    return value.stringValue();
  }

  /** A text or a number as its text, or null: some ids come as either. */
  public String findTextOrNumber(String name) {
    JsonNode value = json.path(name);
    return value.isNumber() ? value.asString() : findText(name);
  }

  /** A moment that must be there, to the microsecond, which is what PostgreSQL keeps. */
  public Instant time(String name) {
    return required(name, findTime(name));
  }

  /** A moment to the microsecond, or null. */
  public Instant findTime(String name) {
    String text = findText(name);
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
        throw unreadable(name, "is no plausible time: " + text);
      }
      return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException noTime) {
      throw unreadable(name, "is no time: " + text);
    }
  }

  /** A truth value that must be there. */
  public boolean flag(String name) {
    return required(name, findFlag(name));
  }

  /** A truth value, or null. */
  public Boolean findFlag(String name) {
    JsonNode value = json.path(name);
    if (absent(value)) {
      return null;
    }
    if (!value.isBoolean()) {
      throw unreadable(name, "is neither true nor false");
    }
    return value.booleanValue();
  }

  /** A whole number that must be there. */
  public int number(String name) {
    return required(name, findNumber(name));
  }

  /** A whole number, or null. */
  public Integer findNumber(String name) {
    JsonNode value = json.path(name);
    if (absent(value)) {
      return null;
    }
    if (!value.isNumber() || !value.canConvertToInt()) {
      throw unreadable(name, "is no whole number");
    }
    return value.intValue();
  }

  /** An amount that comes as a number or as its text, or null. */
  public BigDecimal findAmount(String name) {
    JsonNode value = json.path(name);
    if (absent(value)) {
      return null;
    }
    try {
      return value.isNumber() ? value.decimalValue() : new BigDecimal(value.asString("").strip());
    } catch (NumberFormatException noNumber) {
      throw unreadable(name, "is no amount: " + value);
    }
  }

  /** The fields of an object inside; of one without fields where it is null or not there. */
  public Fields inside(String name) {
    JsonNode value = json.path(name);
    if (!absent(value) && !value.isObject()) {
      throw unreadable(name, "is no object");
    }
    return new Fields(value, path + name + ".");
  }

  /** The fields of each object of a list; empty where it is null or not there. */
  public List<Fields> list(String name) {
    JsonNode value = json.path(name);
    if (absent(value)) {
      return List.of();
    }
    if (!value.isArray()) {
      throw unreadable(name, "is no list");
    }
    List<Fields> list = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isObject()) {
        throw unreadable(name, "holds something that is no object");
      }
      list.add(new Fields(element, path + name + "[" + list.size() + "]."));
    }
    return list;
  }

  /** A part as canonical JSON, or null where it is null or not there. */
  public String findJson(String name) {
    JsonNode value = json.path(name);
    return absent(value) ? null : Json.canonical(value);
  }

  /** All of it as canonical JSON. */
  public String json() {
    return Json.canonical(json);
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private <T> T required(String name, T value) {
    if (value == null) {
      throw unreadable(name, "is missing");
    }
    return value;
  }

  private UnreadableRecordException unreadable(String name, String what) {
    return new UnreadableRecordException(path + name + " " + what);
  }
}
