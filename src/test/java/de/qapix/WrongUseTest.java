package de.qapix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed or set wrongly. */
class WrongUseTest {

  private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/nonexistent"));
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"version", "help", "doctor", "sync now", "migrate all", "--colour"})
  void what_is_like_nothing_is_answered_without_a_suggestion(String words) {
    assertThat(refused(words).err()).contains("unknown option or command").doesNotContain("mean");
  }

  @ParameterizedTest
  @CsvSource({
    "snyc, sync",
    "verfy, verify",
    "migrate statsu, status",
    "sync --day-back 3, --days-back",
    "sync --dryrun, --dry-run",
    "schema chekc, check",
  })
  void a_slip_of_the_finger_is_seen(String words, String meant) {
    assertThat(refused(words).err()).endsWith("hint: did you mean " + meant + "?\n");
  }

  @ParameterizedTest
  @CsvSource({
    "sync --days-back, --days-back braucht einen Wert",
    "sync --days-back --full, --days-back braucht einen Wert",
    "sync --config, --config braucht einen Wert",
    "schema check --source, --source braucht einen Wert",
    "schema check --report, --report braucht einen Wert",
    "sync --full=yes, --full nimmt keinen Wert",
    "sync --days-back x, ungültiger Wert \"x\" für --days-back",
    "sync --format yaml, ungültiger Wert \"yaml\" für --format",
    "sync --full --full, --full ist zweimal angegeben",
    "runs show, <run> fehlt",
    "runs show x, ungültiger Wert \"x\" für <run>",
    "schema diff, <A> fehlt",
    "schema diff a, <B> fehlt",
    "rejects show, <key> fehlt",
    "schema check --report sarif, ungültiger Wert \"sarif\" für --report",
    "schema check --report xml=a, unbekanntes Format \"xml\" in --report",
    "schema check --report json=- --report sarif=-, zwei Formate sollen auf die Standardausgabe",
    "schema check --format text --report json=-, zwei Formate sollen auf die Standardausgabe",
  })
  void the_words_of_the_parser_are_german_where_qapix_is(String words, String message) {
    environment.put("LANG", "de_DE.UTF-8");

    assertThat(refused(words).err()).startsWith("Fehler: " + message + "\n").contains("Tipp: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "sync --help", "schema --help", "rejects --help"})
  void the_headings_of_the_help_are_german_too(String words) {
    environment.put("LANG", "de_DE.UTF-8");

    Run run = Run.command(environment, InstantSource.system(), words.split(" "));

    assertThat(run.out())
        .startsWith("Aufruf: qapix")
        .doesNotContain("Usage", "COMMAND", "ommands:");
  }

  @Test
  void the_words_to_choose_from_are_told() {
    assertThat(refused("sync --format yaml").err()).endsWith("hint: one of: text, json\n");
    assertThat(refused("schema check --format yaml").err())
        .endsWith("hint: one of: text, json, sarif, junit, github, markdown\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync --format JSON --nope",
        "sync --nope --format=json",
        "runs --limit x --format Json",
        "nope --format json",
      })
  void who_wants_json_is_answered_in_json_wherever_the_option_stands(String words) {
    assertThat(refused(words).json().path("error").path("kind").stringValue())
        .isEqualTo("wrong-use");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync --log-format JSON --nope", "sync --nope --log-format=json"})
  void so_is_who_wants_json_on_standard_error(String words) {
    assertThat(refused(words).err()).startsWith("{\"success\":false").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--lang de sync --nope", "sync --nope --lang=de", "--lang en --lang de x"})
  void the_language_is_that_of_the_option_whatever_else_is_wrong(String words) {
    assertThat(refused(words).err()).startsWith("Fehler: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync postgresql://u:geheim@host/db",
        "sync postgres://u:ge@geheim@host/db",
        "sync --password=geheim",
        "sync CALENDLY_API_TOKEN=geheim",
        "sync --api-token=geheim",
      })
  void a_secret_in_the_wrong_place_is_not_shown(String words) {
    assertThat(refused(words).err()).contains("***").doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema diff --database-url postgresql://h/d a b",
        "schema diff --sandbox a b",
        "schema diff --sandbox-seed 2 a b",
        "schema diff -v a b",
        "schema show -v t",
        "migrate -v",
        "migrate status -vv",
        "migrate lint -v",
        "runs -v",
        "rejects -v",
        "rejects drop --all -v",
      })
  void an_option_that_would_do_nothing_is_not_there(String words) {
    assertThat(refused(words).err()).contains("unknown option or command");
  }

  @ParameterizedTest
  @CsvSource({
    "schema diff a b --no-verify, --no-verify says how statements are planned",
    "schema diff a b --lock-timeout 5s, --lock-timeout says how statements are planned",
    "schema diff a b --concurrently, --concurrently says how statements are planned",
    "schema diff env:A env:B --placeholder a=b, --placeholder needs a folder of migrations",
    "schema diff env:A env:B --schemas a, --schemas needs a folder of migrations",
    "schema check --strict --migrations a, --strict has no effect with --migrations",
    "schema check --exclude a, --exclude needs files with queries",
    "schema check --allow-empty, --allow-empty needs files with queries",
    "schema check --list, --list needs files with queries",
    "schema check --all, --all needs files with queries",
    "schema check --source a --list --format sarif, --list has no effect without --format text",
    "schema check --watch, --watch needs files with queries",
    "schema check --placeholder a=b, --placeholder needs a folder of migrations",
    "schema check --sql a --placeholder a=b, --placeholder needs a folder of migrations",
    "schema check --schemas a, --schemas needs a folder of migrations",
    "migrate lint --placeholder a=b, --placeholder needs a folder of migrations",
    "migrate lint --schemas a, --schemas needs a folder of migrations",
  })
  void an_option_that_would_do_nothing_beside_others_is_refused(String words, String message) {
    String answer = refused(words).err() + refused(words).out();

    assertThat(answer).contains(message).contains("hint");
  }

  @Test
  void where_a_report_cannot_go_is_told_before_the_work() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertTarget("--report json=%s/none/a.json", "/none/a.json: no such folder");
    assertTarget("--report json=%s", ": this is a folder");
    assertTarget("--report json=%s/file/a", "/file/a: no such folder");
    assertTarget(
        "--report json=%s/a --report sarif=%s/./a", "two reports would go to the same file");
    assertTarget("--baseline %s/none/b --update-baseline", "/none/b: no such folder");
    assertTarget("--baseline %s/none", "/none not found");
    assertThat(file).isEmptyFile();
    assertThat(refused("runs --limit 0").err())
        .contains("invalid value 0 for --limit", "a whole number, 1 or more");
    assertThat(refused("sync --metrics-file " + folder + "/none/m").err())
        .contains("/none/m: no such folder");
    assertThat(refused("sync --metrics-file /").err())
        .contains("--metrics-file /: this is a folder");
  }

  private void assertTarget(String options, String words) {
    assertThat(refused("schema check " + options.replace("%s", folder.toString())).err())
        .contains(words);
  }

  private Run refused(String words) {
    Run run = Run.command(environment, InstantSource.system(), words.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    return run;
  }
}
