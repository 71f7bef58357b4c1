package de.qapix.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.lint.Rule;
import de.qapix.cli.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EffectWordsTest {

  @ParameterizedTest
  @EnumSource
  void each_rule_has_its_own_words_in_both_languages(Rule rule) {
    Finding finding = Finding.error("lint/" + rule.word(), "t").withArguments("told");
    FindingWords english = words(Locale.ENGLISH);
    FindingWords german = words(Locale.GERMAN);
    assertThat(english.message(finding)).isNotEqualTo(german.message(finding)).doesNotContain("{");
    assertThat(english.ruleTitle(finding.rule())).isNotEqualTo(german.ruleTitle(finding.rule()));
    assertThat(english.hint(finding)).isPresent();
    assertThat(german.hint(finding)).isPresent();
  }

  @Test
  void lock_rewrite_and_size_stand_behind_the_sentence() {
    Finding finding =
        Finding.error("lint/long-lock", "t")
            .withArguments("ACCESS EXCLUSIVE", "rewrite", "scan", "1200000", "325058560");
    assertThat(words(Locale.ENGLISH).message(finding))
        .isEqualTo(
            "blocks other sessions; longer on larger tables"
                + " (ACCESS EXCLUSIVE lock; rewrites the table;"
                + " 1,200,000 rows, 310 MB)");
    assertThat(
            words(Locale.GERMAN).message(finding.withArguments("SHARE", "", "scan", "1", "70000")))
        .isEqualTo(
            "blockiert andere Sitzungen; bei größeren Tabellen länger"
                + " (Sperre SHARE; liest die ganze Tabelle; 1 Zeile, 0,1 MB)");
    assertThat(words(Locale.ENGLISH).message(finding.withArguments("", "", "", "", "")))
        .isEqualTo("blocks other sessions; longer on larger tables");
  }

  private static FindingWords words(Locale language) {
    return new FindingWords(new Messages(language));
  }
}
