package de.qapix.data.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void retry_after_is_read_as_seconds_and_as_a_date() {
    assertThat(answer("Retry-After", "7").pause(NOW)).contains(Duration.ofSeconds(7));
    assertThat(answer("Retry-After", "Mon, 23 Nov 2026 12:00:30 GMT").pause(NOW))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void it_is_at_least_a_second() {
    assertThat(answer("Retry-After", "0").pause(NOW)).contains(Duration.ofSeconds(1));
    assertThat(answer("Retry-After", "Mon, 23 Nov 2026 11:00:00 GMT").pause(NOW))
        .contains(Duration.ofSeconds(1));
  }

  @Test
  void without_it_the_reset_counts_where_the_budget_does_not_know_better() {
    assertThat(answer("X-RateLimit-Remaining", "0").pause(NOW)).contains(Duration.ofMinutes(1));
    assertThat(answer("X-Other", "0").pause(NOW)).isEmpty();
    assertThat(answer("Retry-After", "nonsense").pause(NOW)).isEmpty();
  }

  private static HttpAnswer answer(String name, String value) {
    HeaderGroup headers = new HeaderGroup();
    headers.addHeader(new BasicHeader(name, value));
    return new HttpAnswer(429, headers, "", "");
  }
}
