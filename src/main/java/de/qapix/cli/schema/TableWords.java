package de.qapix.cli.schema;

import de.qapix.catalog.TableDescription;
import de.qapix.cli.Messages;
import de.qapix.cli.output.ColumnLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables in words and for programs. */
final class TableWords {

  private final Messages messages;

  TableWords(Messages messages) {
    this.messages = messages;
  }

  /** Columns below each other, then keys and what else belongs to the table. */
  List<String> lines(TableDescription table) {
    List<String> lines = new ArrayList<>();
    lines.add(table.name() + " (" + table.type() + ")");
    table.comment().ifPresent(lines::add);
    lines.add("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            messages.text("show.column"),
            messages.text("show.type"),
            messages.text("show.null"),
            messages.text("show.default"),
            messages.text("show.comment")));
    table
        .columns()
        .forEach(
            column ->
                rows.add(
                    List.of(
                        column.name(),
                        column.type(),
                        messages.text(column.nullable() ? "show.yes" : "show.no"),
                        column.value().orElse(""),
                        column.comment().orElse(""))));
    lines.addAll(ColumnLayout.aligned(rows));
    if (!table.parts().isEmpty()) {
      lines.add("");
      lines.addAll(ColumnLayout.aligned(table.parts().stream().map(this::row).toList()));
    }
    return lines;
  }

  private List<String> row(TableDescription.Part part) {
    return List.of(
        new TraitWords(messages).kind(part.kind().word()), part.name(), part.definition());
  }

  static Map<String, Object> json(TableDescription table) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", table.name());
    object.put("type", table.type());
    object.put("comment", table.comment().orElse(null));
    object.put("columns", table.columns().stream().map(TableWords::json).toList());
    object.put(
        "parts",
        table.parts().stream()
            .map(
                part ->
                    Map.of(
                        "kind", part.kind().word(),
                        "name", part.name(),
                        "definition", part.definition()))
            .toList());
    return object;
  }

  private static Map<String, Object> json(TableDescription.Column column) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", column.name());
    object.put("type", column.type());
    object.put("nullable", column.nullable());
    object.put("default", column.value().orElse(null));
    object.put("comment", column.comment().orElse(null));
    return object;
  }
}
