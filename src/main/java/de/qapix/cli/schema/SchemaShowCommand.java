package de.qapix.cli.schema;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.TableDescription;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.cli.WrongUseException;
import de.qapix.files.JsonText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qapix schema show}: a table as somebody who writes a query for it wants to see it. */
@Command(name = "show", sortOptions = false)
public final class SchemaShowCommand implements Callable<Integer>, Formatted {

  @Parameters(paramLabel = "<table>", descriptionKey = "show.table")
  private String table;

  @Option(names = "--format", paramLabel = "<text|json>", defaultValue = "text")
  private Format format;

  @Mixin private DatabaseOptions common;
  @Spec private CommandSpec spec;

  private final Workplaces workplaces;
  private final Function<Workplace, Catalog> catalog;
  private final Messages messages;

  /**
   * @param catalog reads that of the workplace's database
   */
  public SchemaShowCommand(
      Workplaces workplaces, Function<Workplace, Catalog> catalog, Messages messages) {
    this.workplaces = workplaces;
    this.catalog = catalog;
    this.messages = messages;
  }

  @Override
  public Integer call() throws Exception {
    Terminal terminal = common.on(workplaces.terminal(spec.commandLine().getErr()));
    try (Workplace place = workplaces.abortedBySignal().open(common, terminal)) {
      List<TableDescription> tables = TableDescription.find(catalog.apply(place), table);
      if (tables.isEmpty()) {
        throw new WrongUseException("show.none", table);
      }
      print(tables, spec.commandLine().getOut());
      return ExitCode.DONE.code();
    }
  }

  private void print(List<TableDescription> tables, PrintWriter out) {
    if (format == Format.JSON) {
      out.println(JsonText.of(Map.of("tables", tables.stream().map(TableWords::json).toList())));
    } else {
      TableWords words = new TableWords(messages);
      String between = "";
      for (TableDescription view : tables) {
        out.print(between);
        words.lines(view).forEach(out::println);
        between = System.lineSeparator();
      }
    }
    out.flush();
  }

  @Override
  public Format format() {
    return format;
  }
}
