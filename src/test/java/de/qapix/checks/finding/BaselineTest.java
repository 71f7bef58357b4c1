package de.qapix.checks.finding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.qapix.checks.finding.BaselineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BaselineTest {

  private static final Finding TYPE = Finding.error("drift/column-type", "public.\"Größe\"");
  private static final Finding INDEX = Finding.warning("drift/index", "public.b");

  @TempDir private Path folder;

  @Test
  void what_was_written_is_read_again() {
    Baseline baseline = Baseline.of(Findings.of(INDEX, TYPE, INDEX));
    file().write(Baseline.EMPTY);
    assertThat(file().read()).isEqualTo(Baseline.EMPTY);
    file().write(baseline);
    assertThat(file().read()).isEqualTo(baseline);
    assertThat(folder).isDirectoryContaining(path -> path.equals(path()));
  }

  @Test
  void a_baseline_has_a_line_for_each_finding() {
    file().write(Baseline.of(Findings.of(INDEX, TYPE)));
    assertThat(path())
        .content(UTF_8)
        .isEqualTo(
            """
            {
              "version": 1,
              "findings": [
                {"fingerprint":"1b7d69a827b447d09975767e3fffbe8f","rule":"drift/column-type","subject":"public.\\"Größe\\""},
                {"fingerprint":"0a1de3949fe018ac8ca8cd84591ece8e","rule":"drift/index","subject":"public.b"}
              ]
            }
            """);
  }

  @Test
  void an_accepted_finding_is_not_new() {
    Finding fresh = Finding.error("drift/column-type", "public.c");
    Baseline baseline = Baseline.of(Findings.of(TYPE, INDEX));
    assertThat(baseline.sift(Findings.of(TYPE, fresh)))
        .isEqualTo(new Baseline.Sifted(Findings.of(fresh), Findings.of(TYPE)));
  }

  @Test
  void a_finding_that_occurs_once_more_than_before_is_new() {
    Finding first = INDEX.at(Place.in("a.sql", 1));
    Finding second = INDEX.at(Place.in("a.sql", 9));
    Baseline baseline = Baseline.of(Findings.of(first));
    assertThat(baseline.sift(Findings.of(first, second)).fresh()).isEqualTo(Findings.of(second));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                            | NO_BASELINE
          []                                                            | NO_BASELINE
          {}                                                            | NO_BASELINE
          {"version":1}                                                 | NO_BASELINE
          {"version":1,"findings":[{"rule":"a/b","subject":"c"}]}       | INCOMPLETE
          {"version":1,"findings":[null]}                               | INCOMPLETE
          {"version":1,"findings":[]} more                              | MALFORMED
          <<<<<<< HEAD                                                  | MALFORMED
          {"version":1,"findings":["Größe"]}                            | NOT_UTF8
          """)
  void what_keeps_a_file_from_being_a_baseline_is_told(String text, Kind kind) throws IOException {
    Files.writeString(path(), text, ISO_8859_1);
    assertThat(kindOf(file())).isEqualTo(kind);
  }

  @Test
  void a_baseline_of_a_newer_qapix_is_not_guessed_at() throws IOException {
    Files.writeString(path(), "{\"version\":2,\"findings\":[]}");
    assertThat(kindOf(file())).isEqualTo(Kind.UNKNOWN_VERSION);
  }

  @Test
  void a_file_that_is_not_there_and_one_that_is_a_folder_differ() {
    assertThat(kindOf(file())).isEqualTo(Kind.MISSING);
    assertThat(kindOf(new BaselineFile(folder))).isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void a_baseline_that_cannot_be_written_leaves_nothing_behind() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();
    assertThatExceptionOfType(BaselineException.class)
        .isThrownBy(() -> new BaselineFile(taken).write(Baseline.EMPTY))
        .matches(refused -> refused.kind() == Kind.UNWRITABLE && refused.file().equals(taken));
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(taken));
    assertThatExceptionOfType(BaselineException.class)
        .isThrownBy(() -> new BaselineFile(folder.resolve("no/b.json")).write(Baseline.EMPTY))
        .matches(refused -> refused.kind() == Kind.UNWRITABLE);
  }

  private static Kind kindOf(BaselineFile file) {
    try {
      file.read();
    } catch (BaselineException refused) {
      return refused.kind();
    }
    throw new AssertionError("it was read");
  }

  private BaselineFile file() {
    return new BaselineFile(path());
  }

  private Path path() {
    return folder.resolve("baseline.json");
  }
}
