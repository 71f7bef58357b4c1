package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, bin/qapix, as a process in checkouts whose path has a space and an umlaut. */
final class LauncherTest {

  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir private Path folder;
  private FakeCheckout checkout;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void make_a_checkout() throws IOException {
    checkout = new FakeCheckout(folder.resolve("mein Prüf ordner/qapix"));
    environment.put("PATH", checkout.path("tools") + ":/usr/bin:/bin");
    environment.put("JAVA_HOME", JAVA_HOME);
    environment.put("QAPIX_ARCHIVE", "none");
  }

  @Test
  void arguments_arrive_as_they_are_in_any_directory() throws Exception {
    checkout.built();
    String[] arguments = {"arguments", "two words", "Ümläut €", "", "*", "$HOME", "a\"b'c", "-x"};
    RunningProgram run = run(arguments);
    assertThat(run.errors()).isEmpty();
    assertThat(run.output()).isEqualTo(String.join("\n", arguments));
  }

  @Test
  void a_chain_of_links_leads_to_the_checkout() throws Exception {
    checkout.built();
    Path links = Files.createDirectories(folder.resolve("Verknüpfungen/bin"));
    Files.createSymbolicLink(links.resolve("absolute"), checkout.path("bin/qapix"));
    Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));
    Path last =
        Files.createSymbolicLink(folder.resolve("q"), Path.of("Verknüpfungen/bin/relative"));
    assertThat(start(List.of(last.toString())).awaitEnd().output()).isEqualTo("first");
    Files.createSymbolicLink(folder.resolve("b"), checkout.path("bin"));
    assertThat(start(List.of("b/qapix")).awaitEnd().output()).isEqualTo("first");
  }

  @Test
  void exit_codes_pass() throws Exception {
    checkout.built();
    assertThat(run("exit", "0").process().exitValue()).isZero();
    assertThat(run("exit", "5").process().exitValue()).isEqualTo(5);
  }

  @Test
  void a_sigterm_reaches_java() throws Exception {
    checkout.built();
    RunningProgram waiting = start("wait").awaitOutput("ready");
    waiting.process().destroy();
    assertThat(waiting.awaitEnd().process().exitValue()).isEqualTo(143);
  }

  @Test
  void a_deleted_folder_is_told_instead_of_a_stack_trace() throws Exception {
    checkout.built();
    String launcher = checkout.path("bin/qapix").toString();
    String line = "mkdir gone; cd gone; rmdir ../gone; exec \"$0\" arguments";
    for (String language : List.of("", "de_DE.UTF-8")) {
      environment.put("LANG", language);
      RunningProgram run = start(List.of("/bin/sh", "-c", line, launcher)).awaitEnd();
      assertThat(run.process().exitValue()).isEqualTo(4);
      assertThat(run.errors())
          .contains(language.isEmpty() ? "has been deleted" : "wurde gelöscht")
          .doesNotContain("Exception", "Error occurred");
      assertThat(run.output()).isEmpty();
    }
  }

  @Test
  void the_users_characters_are_handed_on() throws Exception {
    checkout.built();
    assertThat(run("environment", "QAPIX_CHARACTERS").output()).isEqualTo("C");
    environment.putAll(Map.of("LC_MESSAGES", "C", "LANG", "de_DE.UTF-8"));
    assertThat(run("environment", "QAPIX_CHARACTERS").output()).isEqualTo("de_DE.UTF-8");
    environment.put("LC_CTYPE", "en_US.ISO-8859-1");
    assertThat(run("environment", "QAPIX_CHARACTERS").output()).isEqualTo("en_US.ISO-8859-1");
    environment.put("LC_ALL", "C");
    assertThat(run("environment", "QAPIX_CHARACTERS").output()).isEqualTo("C");
  }

  @ParameterizedTest
  @CsvSource({
    "LC_ALL=de_AT.UTF-8 LC_MESSAGES=fr_FR LANG=en_US, de_AT.UTF-8",
    "LC_MESSAGES=fr_FR LANG=en_US, fr_FR",
    "LC_ALL= LC_MESSAGES= LANG=en_US, en_US",
    "QAPIX_LANG=de LC_ALL=C, de",
    "TZ=UTC, ''",
  })
  void the_language_is_handed_on(String variables, String language) throws Exception {
    checkout.built();
    for (String variable : variables.split(" ", -1)) {
      String[] nameAndValue = variable.split("=", 2);
      environment.put(nameAndValue[0], nameAndValue[1]);
    }
    assertThat(run("environment", "QAPIX_LANG").output()).isEqualTo(language);
    assertThat(run("environment", "LC_ALL").output()).isEqualTo("C.UTF-8");
  }

  @Test
  void pipes_are_no_terminals() throws Exception {
    checkout.built();
    assertThat(run("environment", "QAPIX_TERMINAL").output()).isEmpty();
  }

  @Test
  void an_empty_environment_is_enough() throws Exception {
    checkout.built();
    environment.clear();
    environment.put("JAVA_HOME", JAVA_HOME);
    assertThat(run("arguments", "ü").output()).isEqualTo("arguments\nü");
  }

  @Test
  void more_options_for_java_are_split_at_spaces() throws Exception {
    checkout.built();
    environment.put("QAPIX_JAVA_OPTS", "-Da=* -Db=2");
    assertThat(run("property", "a").output()).isEqualTo("*");
    assertThat(run("property", "b").output()).isEqualTo("2");
  }

  @Test
  void the_first_start_builds_and_the_second_is_silent() throws Exception {
    RunningProgram first = run();
    assertThat(first.errors())
        .isEqualTo("qapix: building for the first time, this takes a minute or two ...");
    assertThat(first.output()).isEqualTo("first");
    RunningProgram second = run();
    assertThat(second.errors()).isEmpty();
    assertThat(second.output()).isEqualTo("first");
    assertThat(checkout.builds()).isOne();
  }

  @Test
  void the_result_comes_before_the_archive_of_classes() throws Exception {
    environment.remove("QAPIX_ARCHIVE");
    RunningProgram first = start("wait").awaitOutput("ready");
    assertThat(first.errors()).endsWith(version() + " are prepared in the background");
    assertThat(checkout.archive()).doesNotExist();
    RunningProgram meanwhile = run();
    assertThat(meanwhile.output()).isEqualTo("first");
    assertThat(meanwhile.errors()).as("somebody is at it already").isEmpty();
    first.process().getOutputStream().close();
    assertThat(first.awaitEnd().output()).isEqualTo("ready\nfirst");
    awaitArchive();
    assertThat(run().errors()).isEmpty();
  }

  @Test
  void a_path_with_a_space_and_an_umlaut_has_an_archive_too() throws Exception {
    environment.put("HOME", folder.resolve("home").toString());
    assertClassesComeFromTheArchive();
  }

  @Test
  void an_emptied_cache_does_no_harm() throws Exception {
    Path cache = Files.createDirectories(folder.resolve("cache"));
    environment.put("XDG_CACHE_HOME", cache.toString());
    assertClassesComeFromTheArchive();
    Files.move(cache, folder.resolve("elsewhere"));
    assertClassesComeFromTheArchive();
    checkout.prebuild("second");
    checkout.write("src/main/Source.java", "changed");
    assertThat(run().output()).isEqualTo("second");
  }

  private void assertClassesComeFromTheArchive() throws Exception {
    environment.put("QAPIX_ARCHIVE", "before");
    environment.put("QAPIX_JAVA_OPTS", "-Xlog:class+load:stdout");
    assertThat(run().output())
        .contains("de.qapix.LauncherProbe source: shared objects file (top)", "first");
    environment.remove("QAPIX_JAVA_OPTS");
  }

  @Test
  void the_archive_is_made_before_the_command_where_that_is_wanted() throws Exception {
    checkout.built();
    environment.put("QAPIX_ARCHIVE", "before");
    RunningProgram run = run("java");
    assertThat(run.errors()).startsWith("qapix: preparing faster starts with Java " + version());
    assertThat(run.output()).contains("-XX:SharedArchiveFile=" + checkout.archive());
    assertThat(run().errors()).isEmpty();
    environment.put("QAPIX_ARCHIVE", "sometimes");
    RunningProgram wrong = run();
    assertThat(wrong.process().exitValue()).isEqualTo(2);
    assertThat(wrong.errors())
        .isEqualTo("qapix: invalid value sometimes for QAPIX_ARCHIVE; use before or none");
  }

  @Test
  void ctrl_c_ends_the_command_and_not_what_makes_the_archive() throws Exception {
    checkout.built();
    environment.remove("QAPIX_ARCHIVE");
    RunningProgram waiting =
        start(List.of("setsid", checkout.path("bin/qapix").toString(), "wait"))
            .awaitOutput("ready");
    start(List.of("kill", "-INT", "--", "-" + waiting.process().pid())).awaitEnd();
    assertThat(waiting.awaitEnd().process().exitValue()).isEqualTo(130);
    awaitArchive();
  }

  @Test
  void an_archive_that_is_never_finished_is_tried_three_times() throws Exception {
    checkout.built();
    environment.remove("QAPIX_ARCHIVE");
    checkout.write("target/launcher/1/training/classes", "half of it");
    for (int attempt = 1; attempt <= 3; attempt++) {
      RunningProgram run = start("wait").awaitOutput("ready");
      assertThat(run.errors()).contains("in the background");
      endWithAllItHasStarted(run);
    }
    assertThat(run().errors()).isEmpty();
    assertThat(checkout.archive()).isEmptyFile();
    assertThat(checkout.training()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:StartFlightRecording:filename=recording.jfr",
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0",
        "-XX:+UseG1GC",
        "-Xshare:off",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "-Dcom.sun.management.jmxremote",
      })
  void options_that_an_archive_does_not_go_with_leave_it_out(String option) throws Exception {
    checkout.built();
    environment.remove("QAPIX_ARCHIVE");
    environment.put("JAVA_TOOL_OPTIONS", option);
    assertThat(run("java").output()).contains(option).doesNotContain("-XX:SharedArchiveFile");
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.put("QAPIX_JAVA_OPTS", "-Dx=y " + option);
    RunningProgram run = run("java");
    assertThat(run.output()).contains(option).doesNotContain("-XX:SharedArchiveFile");
    assertThat(run.errors()).isEmpty();
    assertThat(checkout.training()).doesNotExist();
  }

  @Test
  void a_changed_source_is_built() throws Exception {
    checkout.built();
    checkout.prebuild("second");
    checkout.write("src/main/Source.java", "changed");
    environment.put("LANG", "de_DE.UTF-8");
    RunningProgram run = run();
    assertThat(run.errors())
        .isEqualTo("qapix: src/main/Source.java hat sich geändert, wird gebaut ...");
    assertThat(run.output()).isEqualTo("second");
  }

  @Test
  void a_deleted_source_is_noticed() throws Exception {
    checkout.built();
    Files.delete(checkout.path("src/main/Other.java"));
    assertThat(run().errors()).isEqualTo("qapix: src/main has changed, building ...");
  }

  @Test
  void a_source_that_changes_during_the_build_is_built_by_the_next_start() throws Exception {
    checkout.write("edit", "");
    run();
    Files.delete(checkout.path("edit"));
    assertThat(run().errors()).contains("src/main/Source.java has changed");
    assertThat(run().errors()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void five_starters_build_once() throws Exception {
    checkout.write("gate", "");
    List<RunningProgram> starters = new ArrayList<>(List.of(start().awaitErrors("building for")));
    for (int i = 1; i < 5; i++) {
      starters.add(start());
    }
    for (RunningProgram waiting : starters.subList(1, 5)) {
      waiting.awaitErrors("another qapix is building");
    }
    Files.delete(checkout.path("gate"));
    for (RunningProgram starter : starters) {
      assertThat(starter.awaitEnd().output()).isEqualTo("first");
    }
    assertThat(checkout.builds()).isOne();
  }

  @Test
  void a_killed_builder_blocks_nobody_for_longer_than_its_maven_runs() throws Exception {
    checkout.write("gate", "");
    RunningProgram killed = start().awaitErrors("building for");
    killed.process().destroyForcibly().waitFor();
    Files.delete(checkout.path("gate"));
    assertThat(run().output()).isEqualTo("first");
  }

  @Test
  void a_running_qapix_keeps_its_jar_and_does_not_hold_up_a_build() throws Exception {
    RunningProgram running = start("wait").awaitOutput("ready");
    checkout.prebuild("second");
    checkout.write("src/main/Source.java", "changed");
    assertThat(run().output()).isEqualTo("second");
    running.process().getOutputStream().close();
    assertThat(running.awaitEnd().output()).isEqualTo("ready\nfirst");
  }

  @Test
  void a_failed_build_shows_what_maven_said() throws Exception {
    checkout.built();
    checkout.write("broken", "");
    checkout.write("pom.xml", "changed");
    RunningProgram run = run();
    assertThat(run.process().exitValue()).isEqualTo(4);
    assertThat(run.errors())
        .isEqualTo(
            """
            qapix: pom.xml has changed, building ...
            ERROR: cannot find symbol
            qapix: the build failed, Maven's output is above\
            """);
    assertThat(run.output()).isEmpty();
  }

  @Test
  void a_copy_outside_the_checkout_says_what_to_do_instead() throws Exception {
    Path copy = folder.resolve("elsewhere/bin/qapix");
    Files.createDirectories(copy.getParent());
    Files.copy(checkout.path("bin/qapix"), copy);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertRefused(start(List.of(copy.toString())), "Link to bin/qapix in the checkout");
  }

  @Test
  void without_java_it_says_what_to_install() throws Exception {
    checkout.built();
    environment.remove("JAVA_HOME");
    environment.put("PATH", toolsWithout("java").toString());
    assertRefused(start(), "no Java found", "apt-get install openjdk-17-jdk-headless");
    environment.put("JAVA_HOME", "/nowhere");
    assertRefused(start(), "JAVA_HOME is /nowhere");
  }

  @ParameterizedTest
  @CsvSource({"11.0.2", "1.8.0_392"})
  void an_old_java_is_named(String version) throws Exception {
    checkout.built();
    Path java = checkout.program("old/bin/java", "#!/bin/sh\nexit 99\n");
    checkout.write("old/release", "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    environment.put("JAVA_HOME", checkout.path("old").toString());
    assertRefused(start(), java + " is Java " + version + ", qapix needs 17 or newer");
  }

  @Test
  void a_java_without_a_release_file_is_asked() throws Exception {
    checkout.built();
    String answer = "#!/bin/sh\necho 'Picked up X\nopenjdk version \"16.0.1\" 2021-04-20' >&2\n";
    Path java = checkout.program("shims/java", answer);
    environment.remove("JAVA_HOME");
    environment.put("PATH", java.getParent() + ":/usr/bin:/bin");
    assertRefused(start(), java.toRealPath() + " is Java 16.0.1");
  }

  @Test
  void a_build_needs_a_compiler_and_maven() throws Exception {
    environment.put("PATH", toolsWithout("mvn").toString());
    assertRefused(start(), "Maven (mvn) was not found");
    checkout.program("jre/bin/java", "#!/bin/sh\n");
    checkout.write("jre/release", "JAVA_VERSION=\"17.0.1\"\n");
    environment.put("JAVA_HOME", checkout.path("jre").toString());
    assertRefused(start(), "has no compiler (javac)");
  }

  @Test
  void a_read_only_checkout_uses_the_jar_it_has() throws Exception {
    checkout.built();
    environment.remove("QAPIX_ARCHIVE");
    RunningProgram silent = startAsReader();
    assertThat(silent.awaitEnd().output()).isEqualTo("first");
    assertThat(silent.errors()).isEmpty();
    checkout.write("pom.xml", "changed");
    RunningProgram outdated = startAsReader();
    assertThat(outdated.awaitEnd().output()).isEqualTo("first");
    assertThat(outdated.errors())
        .startsWith("qapix: pom.xml is newer than the last build, but ")
        .endsWith(" cannot be written; using the last build");
    assertThat(checkout.archive()).doesNotExist();
  }

  @Test
  void a_read_only_checkout_without_a_jar_says_so() throws Exception {
    assertRefused(startAsReader(), "qapix is not built yet, and ", " cannot be written");
  }

  private void awaitArchive() throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(checkout.archive()) || Files.exists(checkout.training())) {
      assertThat(System.nanoTime()).as("time to make an archive").isLessThan(giveUp);
      Thread.onSpinWait();
    }
    environment.put("QAPIX_ARCHIVE", "none");
    assertThat(checkout.archive()).isNotEmptyFile();
  }

  /** As systemd does at the end of a service. */
  private static void endWithAllItHasStarted(RunningProgram program) throws Exception {
    List<ProcessHandle> others = program.process().descendants().toList();
    assertThat(others).isNotEmpty();
    others.forEach(ProcessHandle::destroyForcibly);
    program.process().destroyForcibly();
    for (ProcessHandle other : others) {
      other.onExit().get(30, TimeUnit.SECONDS);
    }
    program.awaitEnd();
  }

  private static String version() {
    return System.getProperty("java.version");
  }

  private void assertRefused(RunningProgram program, String... words) throws Exception {
    assertThat(program.awaitEnd().process().exitValue()).isEqualTo(4);
    assertThat(program.errors()).contains(words).hasLineCount(1);
    assertThat(checkout.builds()).isZero();
  }

  private RunningProgram run(String... arguments) throws Exception {
    return start(arguments).awaitEnd();
  }

  private RunningProgram start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(checkout.path("bin/qapix").toString()));
    command.addAll(List.of(arguments));
    return start(command);
  }

  private RunningProgram start(List<String> command) throws IOException {
    return RunningProgram.start(folder, environment, command);
  }

  /** Root may write anywhere; so it becomes somebody else. Others lose the right to write. */
  private RunningProgram startAsReader() throws IOException {
    String launcher = checkout.path("bin/qapix").toString();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (System.getProperty("user.name").equals("root")) {
      return start(
          List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", launcher));
    }
    for (String closed : List.of("", "target", "target/launcher", "target/launcher/1")) {
      if (Files.exists(checkout.path(closed))) {
        Files.setPosixFilePermissions(
            checkout.path(closed), PosixFilePermissions.fromString("r-xr-xr-x"));
      }
    }
    return start(List.of(launcher));
  }

  /** The programs that the launcher starts, and no others. */
  private Path toolsWithout(String missing) throws IOException {
    for (String tool : List.of("find", "flock", "mkdir", "readlink", "rm")) {
      String script = "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n";
      checkout.program("without " + missing + "/" + tool, script);
    }
    return checkout.path("without " + missing);
  }
}
