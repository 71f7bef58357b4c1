package de.qapix.data.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The fields of one JSON object. What is required and is missing, or is of another type than
 * promised, is an {@link UnreadableRecordException}. What may be missing and is of another type
 * counts as missing and as a {@link #hasOddities oddity}: the record is kept as it came anyway.
 * What nobody asks for is ignored.
 */
public final class Fields {

  private static final int LAST_YEAR = 9999;

  /** More digits than any amount has, and fewer than PostgreSQL refuses. */
  private static final int MOST_DIGITS = 100;

  private final JsonNode json;
  private final String path;
  private final AtomicBoolean odd;

  private Fields(JsonNode json, String path, AtomicBoolean odd) {
    this.json = json;
    this.path = path;
    this.odd = odd;
  }

  /** The fields of this object; anything else than an object is unreadable. */
  public static Fields of(JsonNode json) {
    if (!json.isObject()) {
      throw new UnreadableRecordException("is no object");
    }
    return new Fields(json, "", new AtomicBoolean());
  }

  /** A text that must be there. */
  public String text(String name) {
    JsonNode value = present(name);
    if (!value.isString()) {
      throw unreadable(name, "is no text");
    }
    return value.stringValue();
  }

  /** A text that must be there and cannot be empty, as it says which record this is. */
  public String identifier(String name) {
    String text = text(name);
    if (text.isBlank()) {
      throw unreadable(name, "is empty");
    }
    return text;
  }

  /** A moment that must be there, to the microsecond, which is what PostgreSQL keeps. */
  public Instant time(String name) {
    String text = text(name);
    return moment(text).orElseThrow(() -> unreadable(name, "is no time: " + text));
  }

  /** A text, or null. */
  public String findText(String name) {
    return find(
        name, value -> value.isString() ? Optional.of(value.stringValue()) : Optional.empty());
  }

  /** A moment to the microsecond, or null. */
  public Instant findTime(String name) {
    return find(name, value -> moment(value.asString("")));
  }

  /** A truth value, or null. */
  public Boolean findFlag(String name) {
    return find(
        name, value -> value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty());
  }

  /** A whole number, or null. */
  public Integer findNumber(String name) {
    return find(
        name,
        value ->
            value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt()
                ? Optional.of(value.intValue())
                : Optional.empty());
  }

  /** An amount that comes as a number or as its text, or null. */
  public BigDecimal findAmount(String name) {
    return find(name, Fields::amount);
  }

  /** The fields of an object inside; of one without fields where there is none. */
  public Fields inside(String name) {
    JsonNode object = find(name, value -> value.isObject() ? Optional.of(value) : Optional.empty());
    return new Fields(object == null ? MissingNode.getInstance() : object, path + name + ".", odd);
  }

  /** The fields of each object of a list; empty where there is none. */
  public List<Fields> list(String name) {
    JsonNode values = findList(name);
    List<Fields> list = new ArrayList<>();
    for (int i = 0; values != null && i < values.size(); i++) {
      if (values.get(i).isObject()) {
        list.add(new Fields(values.get(i), path + name + "[" + i + "].", odd));
      } else {
        odd.set(true);
      }
    }
    return list;
  }

  /** A part as canonical JSON, or null where it is null or not there. */
  public String findJson(String name) {
    return find(name, value -> Optional.of(Json.canonical(value)));
  }

  /** A list as canonical JSON, or null. */
  public String findListJson(String name) {
    JsonNode list = findList(name);
    return list == null ? null : Json.canonical(list);
  }

  private JsonNode findList(String name) {
    return find(name, value -> value.isArray() ? Optional.of(value) : Optional.empty());
  }

  /**
   * Whether anything that was asked for so far, here or inside, is of another type than promised.
   */
  public boolean hasOddities() {
    return odd.get();
  }

  /** All of it as canonical JSON. */
  public String json() {
    return Json.canonical(json);
  }

  private static Optional<Instant> moment(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return time.getYear() < 1 || time.getYear() > LAST_YEAR
          ? Optional.empty()
          : Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> amount(JsonNode value) {
    try {
      return Optional.of(
              value.isNumber() ? value.decimalValue() : new BigDecimal(value.asString("").strip()))
          .filter(amount -> amount.precision() <= MOST_DIGITS)
          .filter(amount -> Math.abs(amount.scale()) <= MOST_DIGITS);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private JsonNode present(String name) {
    JsonNode value = json.path(name);
    if (absent(value)) {
      throw unreadable(name, "is missing");
    }
    return value;
  }

  /** What a reading makes of the value; null where there is none or it makes nothing of it. */
  private <T> T find(String name, Function<JsonNode, Optional<T>> reading) {
    JsonNode value = json.path(name);
    if (absent(value)) {
      return null;
    }
    Optional<T> read = reading.apply(value);
    if (read.isEmpty()) {
      odd.set(true);
    }
    return read.orElse(null);
  }

  private UnreadableRecordException unreadable(String name, String what) {
    return new UnreadableRecordException(path + name + " " + what);
  }
}
