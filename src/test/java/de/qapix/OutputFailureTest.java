package de.qapix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output that cannot be written to. */
class OutputFailureTest {

  private static final Map<String, String> NOTHING = Map.of("HOME", "/nonexistent");

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "--help",
        "sync --help",
        "sandbox",
        "schema diff --help",
        "training -- --version"
      })
  void a_full_device_is_told_whatever_the_command(String command) throws Exception {
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertThat(run(NOTHING, full, command)).isEqualTo(74);
    }

    assertThat(errors.toString(UTF_8))
        .startsWith("error: cannot write to standard output: No space left on device\nhint: ");
  }

  @Test
  void it_is_told_in_german_and_for_programs() {
    OutputStream broken = failing("Input/output error");
    assertThat(run(Map.of("LANG", "de_DE"), broken, "--version")).isEqualTo(74);
    assertThat(errors.toString(UTF_8))
        .startsWith("Fehler: Schreiben auf die Standardausgabe nicht möglich: Input/output error");

    errors.reset();
    assertThat(run(NOTHING, broken, "sync --help --log-format json")).isEqualTo(74);
    assertThat(errors.toString(UTF_8)).contains("\"kind\":\"unwritable\"");
  }

  @Test
  void a_reader_that_has_seen_enough_is_no_error() {
    assertThat(run(NOTHING, failing("Broken pipe"), "--help")).isZero();
    assertThat(errors.toString(UTF_8)).isEmpty();
  }

  @Test
  void a_failure_of_the_command_itself_keeps_its_exit_code() {
    assertThat(run(NOTHING, failing("No space left on device"), "sync --format json")).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains("DATABASE_URL", "No space left on device");
  }

  @Test
  void a_process_tells_a_full_device_from_a_closed_pipe() throws Exception {
    assertThat(process("\"$@\" --version >/dev/full")).isEqualTo(74);
    assertThat(errors.toString(UTF_8)).contains("No space left on device");
    errors.reset();
    assertThat(process("{ \"$@\" --help; echo $? >&2; } | true")).isZero();
    assertThat(errors.toString(UTF_8)).isEqualTo("0\n");
  }

  /** Runs a line of the shell, in which {@code "$@"} is qapix. */
  private int process(String line) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/sh",
            "-c",
            line,
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "de.qapix.Main");
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getErrorStream().transferTo(errors);
    return process.waitFor();
  }

  private int run(Map<String, String> environment, OutputStream out, String command) {
    return new Main(InstantSource.system(), System::nanoTime)
        .run(environment, command.split(" "), out, errors);
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
