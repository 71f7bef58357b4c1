package de.qapix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.cli.failure.Failures;
import de.qapix.postgres.ConnectionSettings;
import de.qapix.postgres.Connector;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** Whatever is wrong with a database's address, its password is shown nowhere. */
class DatabaseAddressTest {

  private static final long SEED = Long.getLong("qapix.seed", 42);
  private static final int ADDRESSES = 10_000;
  private static final String MARKER = "Zq7geheim";
  private static final String SPECIAL = "/?#@:%&=[] \\,;'\"+!$~^|<>{}()\t\r\n\0`-_.äß😀";

  /** Nothing listens on these ports. Each with the place of a password. */
  private static final List<String> FORMS =
      List.of(
          "postgresql://u:*@127.0.0.1:1/db",
          "postgres://u:*@[::1]:1/db?sslmode=require&schema=app",
          "postgresql://u:*@127.0.0.1:1,127.0.0.1:2/db?connection_limit=1",
          "postgresql://u:*@127.0.0.1:1",
          "postgresql://127.0.0.1:1/db?user=u&password=*",
          "postgresql://u@127.0.0.1:1/db?password=*&connect_timeout=1",
          "postgresql://u@127.0.0.1:1/db?sslmode=require&sslpassword=*",
          "jdbc:postgresql://127.0.0.1:1/db?user=u&password=*&ssl=true",
          "jdbc:postgresql://u:*@127.0.0.1:1/db",
          "jdbc:postgresql:db?port=1&user=u&password=*");

  private final Connect connect = new Connect();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Failures failures =
      new Failures(new Messages(Locale.ENGLISH), EarlyOptions.of(), new Interruption(), List::of);
  private final StringWriter log = new StringWriter();
  private final PrintStream standardError = System.err;
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          log.append(line.getMessage()).append(String.valueOf(line.getThrown()));
          if (line.getParameters() != null) {
            log.append(Arrays.toString(line.getParameters()));
          }
        }

        @Override
        public void flush() {
          log.flush();
        }

        @Override
        public void close() {
          log.flush();
        }
      };
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(handler);
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    System.setErr(standardError);
    Logger.getLogger("").removeHandler(handler);
    assertThat(log.toString()).doesNotContain(MARKER);
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(MARKER);
  }

  @Test
  void ten_thousand_broken_addresses_show_nothing_of_it() {
    RandomGenerator random = new SplittableRandom(SEED);
    // Made here, as it forgets its own writer when standard error changes later.
    CommandLine commandLine =
        new CommandLine(connect)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(failures);
    StringWriter all = new StringWriter();
    for (int i = 0; i < ADDRESSES; i++) {
      connect.address = broken(random);
      int code = commandLine.execute();
      String said = out.toString() + err;
      assertThat(code).as("address %d of seed %d", i, SEED).isIn(2, 4);
      assertThat(said).as("address %d of seed %d", i, SEED).doesNotContain(MARKER);
      all.append(err.getBuffer());
      out.getBuffer().setLength(0);
      err.getBuffer().setLength(0);
    }
    assertThat(all.toString())
        .contains("is ambiguous: it has an unescaped @, / or #")
        .contains("connection refused");
  }

  /** A password with special characters as they are, or an address with something wrong in it. */
  private static String broken(RandomGenerator random) {
    String form = FORMS.get(random.nextInt(FORMS.size()));
    if (random.nextInt(3) > 0) {
      return form.replace("*", special(random) + MARKER + special(random));
    }
    StringBuilder address = new StringBuilder(form);
    int at = random.nextInt(address.length());
    switch (random.nextInt(4)) {
      case 0 -> address.insert(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
      case 1 -> address.setCharAt(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
      case 2 -> address.deleteCharAt(at);
      default -> address.insert(at, address.charAt(at));
    }
    return address.toString().replaceFirst("\\*", MARKER);
  }

  private static String special(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(random.nextInt(4) == 0 ? "x" : SPECIAL.charAt(random.nextInt(SPECIAL.length())));
    }
    return text.toString();
  }

  /** Connects as commands do, and says all that can be said of an address. */
  @Command(name = "connect")
  private static final class Connect implements Callable<Integer>, Formatted {

    @Spec private CommandLine.Model.CommandSpec spec;
    private String address;

    @Override
    public Integer call() throws Exception {
      ConnectionSettings settings =
          new DatabaseAddress("DATABASE_URL", address).settings(Map.of("HOME", "/nonexistent"));
      spec.commandLine().getOut().println(settings + settings.servers());
      spec.commandLine().getOut().println(settings.dropped() + settings.sharedSchema());
      try (var connection = new Connector(() -> Duration.ofSeconds(1)).connect(settings)) {
        return connection.isValid(1) ? 0 : 1;
      } catch (Exception failure) {
        failure.printStackTrace(spec.commandLine().getOut());
        throw failure;
      }
    }

    @Override
    public Format format() {
      return Format.JSON;
    }
  }
}
