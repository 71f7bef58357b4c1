package de.qapix.checks.evaluation;

import java.util.ArrayList;
import java.util.List;

/** A text or a list to which something is added, part by part. */
final class Accumulator {

  private Value start;
  private List<Value> texts;
  private List<Value> items;

  Accumulator(Value start) {
    this.start = start;
  }

  boolean isUnknown() {
    return start instanceof Value.Code && texts == null && items == null;
  }

  void append(List<Value> values) {
    if (texts == null) {
      Value before = value();
      start = before;
      items = null;
      texts = new ArrayList<>(List.of(before instanceof Value.Sql sql ? sql.text() : before));
    }
    texts.addAll(values);
  }

  void push(List<Value> values, boolean inFront) {
    if (items == null) {
      Value before = value();
      texts = null;
      items =
          before instanceof Value.Items known
              ? new ArrayList<>(known.items())
              : before instanceof Value.Nothing
                  ? new ArrayList<>()
                  : new ArrayList<>(List.of(before));
    }
    items.addAll(inFront ? 0 : items.size(), values);
  }

  Value value() {
    if (items != null) {
      return new Value.Items(List.copyOf(items));
    }
    if (texts == null) {
      return start;
    }
    Value longer = new Value.Parts(List.copyOf(texts));
    return start instanceof Value.Sql ? new Value.Sql(longer) : longer;
  }
}
