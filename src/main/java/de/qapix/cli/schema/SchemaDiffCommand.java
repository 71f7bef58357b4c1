package de.qapix.cli.schema;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogComparison;
import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.ComparedRights;
import de.qapix.checks.diff.Change;
import de.qapix.checks.plan.Hazard;
import de.qapix.checks.plan.Hazards;
import de.qapix.checks.plan.TrialResult;
import de.qapix.cli.CommonOptions;
import de.qapix.cli.DatabaseAddress;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Format;
import de.qapix.cli.Formatted;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.cli.WrongUseException;
import de.qapix.cli.output.Output;
import de.qapix.files.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qapix schema diff}: two databases, two folders of migrations, or one of each. */
@Command(name = "diff", sortOptions = false)
public final class SchemaDiffCommand implements Callable<Integer>, Formatted {

  private static final String EXAMPLE = "qapix schema diff env:DATABASE_URL db/migrations";
  private static final String VARIABLE = "env:";
  private static final Pattern ADDRESS =
      Pattern.compile("(jdbc:)?postgres(ql)?:", CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  @Parameters(index = "0", paramLabel = "<A>", descriptionKey = "diff.from")
  private String from;

  @Parameters(index = "1", paramLabel = "<B>", descriptionKey = "diff.to")
  private String to;

  @Option(names = "--format", paramLabel = "<text|json>", defaultValue = "text")
  private Format format;

  @Mixin private PlanOptions plan;

  @Option(names = "--no-owner", descriptionKey = "diff.no-owner")
  private boolean noOwner;

  @Option(names = "--no-privileges", descriptionKey = "diff.no-privileges")
  private boolean noPrivileges;

  @Mixin private MigrationsOptions migrations;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  private final Workplaces workplaces;
  private final SchemaChecks checks;
  private final Messages messages;

  public SchemaDiffCommand(Workplaces workplaces, SchemaChecks checks, Messages messages) {
    this.workplaces = workplaces;
    this.checks = checks;
    this.messages = messages;
  }

  @Override
  public Integer call() throws Exception {
    plan.check();
    if (!isFolder(from) && !isFolder(to)) {
      migrations.refuse(EXAMPLE);
    }
    Terminal terminal = common.on(workplaces.terminal(spec.commandLine().getErr()));
    try (Workplace place = workplaces.abortedBySignal().openWithoutDatabase(common, terminal)) {
      ComparedRights rights = new ComparedRights(!noOwner, !noPrivileges);
      Catalog one = rights.of(catalog(place, "A", from)).withoutHistories();
      Catalog other = rights.of(catalog(place, "B", to)).withoutHistories();
      List<CatalogDifference> differences = CatalogComparison.between(other, one);
      if (plan.isPlanned()) {
        printPlan(place, one, other, differences);
      } else {
        print(differences);
      }
      return (differences.isEmpty() ? ExitCode.DONE : ExitCode.NOT_IN_ORDER).code();
    }
  }

  private static boolean isFolder(String side) {
    return !side.startsWith(VARIABLE) && !ADDRESS.matcher(side).lookingAt();
  }

  private Catalog catalog(Workplace place, String name, String side)
      throws IOException, InterruptedException, SQLException {
    if (side.startsWith(VARIABLE)) {
      String variable = side.substring(VARIABLE.length());
      if (!NAME.matcher(variable).matches()) {
        throw new WrongUseException("diff.name", name);
      }
      String address =
          place
              .settings()
              .find(variable)
              .orElseThrow(() -> new WrongUseException("diff.variable", variable));
      return checks.catalog(place, place.connectionTo(new DatabaseAddress(variable, address)));
    }
    if (ADDRESS.matcher(side).lookingAt()) {
      DatabaseAddress address =
          new DatabaseAddress(name, side).withoutPassword("use.password.diff");
      return checks.catalog(place, place.connectionTo(address));
    }
    return checks.catalog(
        place, migrations.readSchema(Path.of(side)), migrations.schemas("public"));
  }

  private void printPlan(
      Workplace place, Catalog one, Catalog other, List<CatalogDifference> differences)
      throws IOException, InterruptedException, SQLException {
    List<Change> changes = plan.plan(one, other);
    Optional<TrialResult> trial =
        plan.isTried() && !changes.isEmpty()
            ? Optional.of(checks.tried(place, one, other, changes))
            : Optional.empty();
    List<List<Hazard>> hazards = new Hazards(one).of(changes);
    if (format == Format.JSON) {
      printJson(differences, changes, hazards, trial);
    } else {
      printSql(changes, hazards, trial);
    }
  }

  /** For a program each character is what it is. */
  private void printSql(
      List<Change> changes, List<List<Hazard>> hazards, Optional<TrialResult> trial) {
    PrintWriter shown = spec.commandLine().getOut();
    PrintWriter out = workplaces.isRead() ? shown : Output.own(shown);
    ChangeWords words = new ChangeWords(messages);
    trial.stream().flatMap(result -> words.trial(result).stream()).forEach(out::println);
    for (int step = 0; step < changes.size(); step++) {
      words.lines(changes.get(step), hazards.get(step)).forEach(out::println);
    }
    out.flush();
  }

  private void printJson(
      List<CatalogDifference> differences,
      List<Change> changes,
      List<List<Hazard>> hazards,
      Optional<TrialResult> trial) {
    ChangeWords words = new ChangeWords(messages);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("same", differences.isEmpty());
    json.put("differences", differences.stream().map(DifferenceWords::json).toList());
    json.put(
        "plan",
        IntStream.range(0, changes.size())
            .mapToObj(step -> words.json(changes.get(step), hazards.get(step)))
            .toList());
    trial.ifPresent(result -> json.put("trial", ChangeWords.json(result)));
    PrintWriter out = spec.commandLine().getOut();
    out.println(JsonText.of(json));
    out.flush();
  }

  private void print(List<CatalogDifference> differences) {
    PrintWriter out = spec.commandLine().getOut();
    DifferenceWords words = new DifferenceWords(messages);
    if (format == Format.JSON) {
      out.println(
          JsonText.of(
              Map.of(
                  "same",
                  differences.isEmpty(),
                  "differences",
                  differences.stream().map(DifferenceWords::json).toList())));
    } else {
      words.lines(differences).forEach(out::println);
    }
    out.flush();
  }

  @Override
  public Format format() {
    return format;
  }
}
