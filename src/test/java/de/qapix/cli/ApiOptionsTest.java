package de.qapix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ApiOptionsTest {

  @ParameterizedTest
  @CsvSource({"25000, 12500", "60000, 30000", "600000, 30000", "500, 250", "0, 30000"})
  void an_answer_is_given_up_after_half_of_the_time_and_after_half_a_minute_at_most(
      long limit, long longest) {
    assertThat(longestRequest(Duration.ofMillis(limit))).hasMillis(longest);
  }

  @Test
  void the_user_may_say_otherwise() {
    assertThat(longestRequest(Duration.ofSeconds(25), "--request-timeout", "40s")).hasSeconds(40);
  }

  private static Duration longestRequest(Duration limit, String... options) {
    return CommandLine.populateCommand(new ApiOptions(), options).longestRequest(limit);
  }
}
