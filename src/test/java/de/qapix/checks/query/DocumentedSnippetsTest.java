package de.qapix.checks.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.finding.Extent;
import de.qapix.checks.text.QueryFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the users of popular libraries write SQL, as their documentations show it. */
class DocumentedSnippetsTest {

  private static final Pattern SNIPPET = Pattern.compile("// snippet: ");

  @Test
  void what_is_right_is_checked_and_nothing_is_found_in_it() throws Exception {
    try (Corpus corpus = new Corpus()) {
      int snippets = 0;
      Extent all = Extent.NONE;
      for (Path path : Corpus.files("libraries")) {
        QueryFile file = Corpus.read(path, Map.of());
        FileReport report = corpus.check(file);
        assertThat(report.findings()).as("findings in " + path).isEmpty();
        snippets += (int) SNIPPET.matcher(file.source().text()).results().count();
        all = all.plus(report.extent());
      }
      double share = (double) all.checked() / snippets;
      System.out.printf(
          Locale.ROOT,
          "libraries: %d snippets, %d queries, %d checked (%.1f %%), not checked %s%n",
          snippets,
          all.queries(),
          all.checked(),
          100 * share,
          all.skipped());
      assertThat(snippets).isGreaterThanOrEqualTo(100);
      assertThat(share).isGreaterThanOrEqualTo(0.95);
    }
  }
}
