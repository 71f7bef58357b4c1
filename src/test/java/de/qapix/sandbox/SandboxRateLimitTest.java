package de.qapix.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.sandbox.limit.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The limit of requests as a client meets it. */
class SandboxRateLimitTest {

  @RegisterExtension private final TestSandbox sandbox = new TestSandbox();

  @Test
  void the_limit_is_told_with_each_answer_and_after_it_comes_429_until_the_minute_is_over()
      throws Exception {
    sandbox.start(SandboxOptions.of(10, 1).with(RateLimit.perMinute(2)));

    TestSandbox.Answered first = sandbox.get("/users/me");
    assertThat(first.header("X-RateLimit-Limit")).isEqualTo("2");
    assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("1");
    assertThat(sandbox.get("/users/me").header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(sandbox.get("/users/me").status()).isEqualTo(429);
    sandbox.pass(Duration.ofMinutes(1));
    assertThat(sandbox.get("/users/me").status()).isEqualTo(200);
  }

  @Test
  void a_fixed_window_is_free_at_once_when_it_is_over() throws Exception {
    sandbox.start(limited(RateLimit.Kind.FIXED));

    sandbox.get("/users/me");
    sandbox.pass(Duration.ofMillis(1_500));
    sandbox.get("/users/me");
    sandbox.pass(Duration.ofMillis(500));

    assertThat(sandbox.get("/users/me").header("X-RateLimit-Remaining")).isEqualTo("1");
  }

  @Test
  void a_sliding_window_frees_a_request_when_the_one_before_is_old_enough() throws Exception {
    sandbox.start(limited(RateLimit.Kind.SLIDING));

    sandbox.get("/users/me");
    sandbox.pass(Duration.ofMillis(1_500));
    sandbox.get("/users/me");
    sandbox.pass(Duration.ofMillis(499));
    assertThat(sandbox.get("/users/me").status()).isEqualTo(429);
    sandbox.pass(Duration.ofMillis(1));

    assertThat(sandbox.get("/users/me").status()).isEqualTo(200);
    assertThat(sandbox.get("/users/me").status()).isEqualTo(429);
  }

  @Test
  void a_window_by_the_clock_is_free_at_once_when_the_clock_begins_another() throws Exception {
    sandbox.start(limited(RateLimit.Kind.CLOCK));

    sandbox.pass(Duration.ofMillis(1_500));
    sandbox.get("/users/me");
    sandbox.get("/users/me");
    assertThat(sandbox.get("/users/me").status()).isEqualTo(429);
    sandbox.pass(Duration.ofMillis(500));

    assertThat(sandbox.get("/users/me").header("X-RateLimit-Remaining")).isEqualTo("1");
  }

  @Test
  void a_sliding_counter_lets_the_last_window_count_for_the_part_that_is_not_over_yet()
      throws Exception {
    sandbox.start(limited(RateLimit.Kind.COUNTER));

    sandbox.pass(Duration.ofMillis(1_900));
    sandbox.get("/users/me");
    sandbox.get("/users/me");
    sandbox.pass(Duration.ofMillis(1_099));
    assertThat(sandbox.get("/users/me").status()).isEqualTo(429);
    sandbox.pass(Duration.ofMillis(1));

    assertThat(sandbox.get("/users/me").status()).isEqualTo(200);
    assertThat(sandbox.get("/users/me").status()).isEqualTo(429);
  }

  @Test
  void the_reset_header_is_always_the_length_of_the_window() throws Exception {
    sandbox.start(limited(RateLimit.Kind.FIXED));

    assertThat(sandbox.get("/users/me").header("X-RateLimit-Reset")).isEqualTo("2");
    sandbox.pass(Duration.ofMillis(1_900));
    assertThat(sandbox.get("/users/me").header("X-RateLimit-Reset")).isEqualTo("2");
  }

  @Test
  void the_server_says_how_many_requests_it_had_and_how_many_it_refused() throws Exception {
    sandbox.start(SandboxOptions.of(10, 1).with(RateLimit.perMinute(2)));

    for (int i = 0; i < 5; i++) {
      sandbox.get("/users/me");
    }

    assertThat(sandbox.server().served().requests()).isEqualTo(5);
    assertThat(sandbox.server().served().refused()).isEqualTo(3);
    assertThat(sandbox.server().served().mostAtOnce()).isEqualTo(1);
  }

  @Test
  void without_a_limit_there_are_no_headers_about_it() throws Exception {
    sandbox.start(SandboxOptions.of(10, 1));

    assertThat(sandbox.get("/users/me").header("X-RateLimit-Limit")).isEmpty();
  }

  private static SandboxOptions limited(RateLimit.Kind kind) {
    return SandboxOptions.of(10, 1).with(new RateLimit(2, Duration.ofSeconds(2), kind));
  }
}
