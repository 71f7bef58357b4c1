package de.qapix;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.FaultSpec;
import de.qapix.sandbox.SandboxOptions;
import de.qapix.sandbox.SandboxServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The list of statements by which {@code schema check} knows our commands is the one that they
 * send. {@code -Dqapix.statements=write} writes it anew.
 */
class OwnStatementsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Path LISTS = Path.of("src/main/resources/de/qapix/statements");
  private static final Pattern SENT = Pattern.compile("(?s)Executing (?:batch )?query\\s*: (.*)");

  @RegisterExtension private final TestDatabase database = TestDatabase.migrated();

  @Test
  void the_lists_hold_all_that_the_commands_send() throws Exception {
    Map<String, SortedSet<String>> sent = new TreeMap<>();
    try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.of(150, 5), () -> NOON)) {
      sandbox.faults(FaultSpec.parse("poison=20%", 1));
      record(sent, sandbox, "sync", "--max-duration", "0");
      record(sent, sandbox, "sync", "--full", "--max-duration", "0");
      record(sent, sandbox, "sync", "--dry-run");
      sandbox.faults(FaultSpec.parse("poison=20%,demoted=0", 1));
      record(sent, sandbox, "sync", "--max-duration", "0");
      sandbox.faults(FaultSpec.parse("poison=20%,deleted=20%", 1));
      record(sent, sandbox, "sync", "--max-duration", "0");
      sandbox.faults(FaultSpec.parse("poison=20%", 1));
      record(sent, sandbox, "sync", "--full", "--max-duration", "0");
      record(sent, sandbox, "verify");
      record(sent, sandbox, "runs");
      record(sent, sandbox, "rejects");
      sandbox.faults(FaultSpec.parse("poison=0%", 1));
      record(sent, sandbox, "rejects", "retry", "--all");
      sandbox.faults(FaultSpec.parse("poison=20%", 2));
      record(sent, sandbox, "sync", "--full", "--max-rejects", "0");
      record(sent, sandbox, "sync", "--full", "--max-rejects", "0");
      sandbox.faults(FaultSpec.parse("poison=0%", 1));
      record(sent, sandbox, "sync", "--max-duration", "0");
      record(sent, sandbox, "sync", "--full", "--max-duration", "0");
    }

    for (Map.Entry<String, SortedSet<String>> command : sent.entrySet()) {
      Path list = LISTS.resolve(command.getKey() + ".sql");
      if ("write".equals(System.getProperty("qapix.statements"))) {
        Files.createDirectories(LISTS);
        Files.writeString(list, String.join(";\n", command.getValue()) + ";\n");
      }
      List<String> known = List.of(Files.readString(list).split(";\n"));
      assertThat(known).as(command.getKey()).containsAll(command.getValue());
    }
  }

  private void record(
      Map<String, SortedSet<String>> sent, SandboxServer sandbox, String... arguments) {
    Logger logger = Logger.getLogger("org.jooq.tools.LoggerListener");
    Lines lines = new Lines();
    logger.setUseParentHandlers(false);
    logger.addHandler(lines);
    logger.setLevel(Level.FINE);
    try {
      Run.command(Run.environment(database, sandbox.address().toString()), () -> NOON, arguments);
    } finally {
      logger.setLevel(null);
      logger.removeHandler(lines);
      logger.setUseParentHandlers(true);
    }
    sent.computeIfAbsent(arguments[0], command -> new TreeSet<>())
        .addAll(statements(lines.messages.stream()));
  }

  private static SortedSet<String> statements(Stream<String> lines) {
    return lines
        .map(SENT::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1).replaceAll("\\s+", " ").strip())
        .map(sql -> sql.replaceAll("in \\(\\?(, \\?)+\\)", "in (?)"))
        .collect(toCollection(TreeSet::new));
  }

  private static final class Lines extends Handler {

    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord line) {
      messages.add(line.getMessage());
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
