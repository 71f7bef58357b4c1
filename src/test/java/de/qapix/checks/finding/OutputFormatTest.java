package de.qapix.checks.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutputFormatTest {

  @ParameterizedTest
  @EnumSource
  void a_format_is_found_by_its_word(OutputFormat format) {
    assertThat(OutputFormat.find(format.toString())).contains(format);
  }

  @Test
  void other_words_are_no_formats() {
    assertThat(OutputFormat.find("xml")).isEmpty();
    assertThat(OutputFormat.find("JSON")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_report_ends_its_last_line(OutputFormat format) {
    assertThat(format.report(false).write(Checks.clean(), new EnglishWording()))
        .endsWith("\n")
        .doesNotEndWith("\n\n");
  }
}
