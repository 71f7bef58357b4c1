package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process with nothing in its environment but what it is given, and what it has said so far. */
public final class RunningProgram {

  private final Process process;
  private final Path output;
  private final Path errors;

  private RunningProgram(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  public static RunningProgram start(
      Path folder, Map<String, String> environment, List<String> command) throws IOException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new RunningProgram(builder.start(), output, errors);
  }

  public Process process() {
    return process;
  }

  String output() throws IOException {
    return Files.readString(output).strip();
  }

  public String errors() throws IOException {
    return Files.readString(errors).strip();
  }

  RunningProgram awaitOutput(String text) throws Exception {
    return await(output, text);
  }

  RunningProgram awaitErrors(String text) throws Exception {
    return await(errors, text);
  }

  private RunningProgram await(Path file, String text) throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    boolean ended = false;
    while (!Files.readString(file).contains(text)) {
      assertThat(!ended && System.nanoTime() < giveUp)
          .as("%s is seen before the end; output: %s; errors: %s", text, output(), errors())
          .isTrue();
      ended = process.waitFor(10, TimeUnit.MILLISECONDS);
    }
    return this;
  }

  RunningProgram awaitEnd() throws Exception {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended in time").isTrue();
    return this;
  }
}
