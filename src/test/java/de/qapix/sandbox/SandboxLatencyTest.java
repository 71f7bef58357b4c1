package de.qapix.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long answers take. */
class SandboxLatencyTest {

  @RegisterExtension private final TestSandbox sandbox = new TestSandbox();

  @Test
  void no_answer_comes_before_its_latency_is_over() throws Exception {
    sandbox.start(SandboxOptions.of(10, 1).with(Latency.of(Duration.ofMillis(50))));
    sandbox.get("/users/me");

    long began = System.nanoTime();
    sandbox.get("/users/me");

    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(50_000_000);
  }

  @Test
  void answers_that_wait_wait_side_by_side_and_need_no_thread() throws Exception {
    sandbox.start(SandboxOptions.of(10, 1).with(Latency.of(Duration.ofMillis(500))));

    CompletableFuture<?>[] asked =
        Stream.generate(() -> sandbox.ask("/users/me"))
            .limit(40)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(asked).join();

    assertThat(sandbox.server().served().mostAtOnce()).isGreaterThan(20);
  }

  @Test
  void latencies_of_a_range_are_spread_over_it_and_the_same_for_a_seed() {
    Latency latency = new Latency(Duration.ofMillis(10), Duration.ofMillis(30));

    assertThat(LongStream.range(0, 1_000).map(number -> latency.of(7, number).toMillis()).boxed())
        .contains(10L, 20L, 29L)
        .allMatch(millis -> millis >= 10 && millis <= 30);
    assertThat(latency.of(7, 3)).isEqualTo(latency.of(7, 3)).isNotEqualTo(latency.of(8, 3));
  }
}
