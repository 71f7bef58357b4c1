package de.qapix.checks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImportsTest {

  private static final String USE = "\npool.query(`SELECT ${COLUMNS} FROM t`);";

  private static String found(Scanned files, String how) {
    return files.queries("a.ts", how + USE);
  }

  @Test
  void relative_files_with_and_without_their_endings() {
    Scanned files = new Scanned().with("columns.ts", "export const COLUMNS = 'a, b';");
    assertThat(found(files, "import { COLUMNS } from './columns';"))
        .isEqualTo("SELECT a, b FROM t");
    assertThat(found(files, "import { COLUMNS } from './columns.js';"))
        .isEqualTo("SELECT a, b FROM t");
    assertThat(found(files, "const { COLUMNS } = require('./columns');"))
        .isEqualTo("SELECT a, b FROM t");
  }

  @Test
  void defaults_other_names_and_what_is_passed_on() {
    Scanned files =
        new Scanned()
            .with("lib/one.ts", "const A = 'a, b'; export default A;")
            .with("lib/two.ts", "export { default as LIST } from './one';")
            .with("lib/index.ts", "export * from './two';");
    assertThat(found(files, "import { LIST as COLUMNS } from './lib';"))
        .isEqualTo("SELECT a, b FROM t");
    assertThat(found(files, "import COLUMNS from './lib/one';")).isEqualTo("SELECT a, b FROM t");
    assertThat(
            files.queries(
                "b.ts", "import * as lib from './lib';\npool.query(`SELECT ${lib.LIST} FROM t`)"))
        .isEqualTo("SELECT a, b FROM t");
  }

  @Test
  void a_folder_is_its_index_whatever_that_is_written_in() {
    for (String index : List.of("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs")) {
      Scanned files = new Scanned().with("lib/index." + index, "export const COLUMNS = 'a, b';");
      assertThat(found(files, "import { COLUMNS } from './lib';"))
          .as(index)
          .isEqualTo("SELECT a, b FROM t");
    }
  }

  @Test
  void aliases_of_the_nearest_tsconfig() {
    Scanned files =
        new Scanned()
            .with(
                "../tsconfig.json",
                "{ // a comment\n \"compilerOptions\": { \"paths\": { \"@/*\": [\"./src/*\"], } } }")
            .with("lib/columns.ts", "export const COLUMNS = 'a, b';");
    assertThat(found(files, "import { COLUMNS } from '@/lib/columns';"))
        .isEqualTo("SELECT a, b FROM t");
  }

  @Test
  void files_that_import_each_other() {
    Scanned files =
        new Scanned()
            .with("b.ts", "import { X } from './c'; export const COLUMNS = X;")
            .with("c.ts", "import { COLUMNS } from './b'; export const X = COLUMNS;");
    assertThat(found(files, "import { COLUMNS } from './b';")).contains("SELECT {");
  }

  @Test
  void a_statement_that_is_written_in_another_file_belongs_to_that_one() {
    Scanned files = new Scanned().with("b.ts", "export const Q = 'SELECT a FROM t';");
    assertThat(files.queries("a.ts", "import { Q } from './b'; // select\npool.query(Q)"))
        .isEmpty();
  }
}
