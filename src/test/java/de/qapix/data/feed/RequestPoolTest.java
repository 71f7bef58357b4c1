package de.qapix.data.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPoolTest {

  @Test
  void answers_that_have_come_meanwhile_are_worked_off_together_as_long_as_there_is_room()
      throws Exception {
    List<Integer> done = new ArrayList<>();
    try (RequestPool pool = new RequestPool(1, 1)) {
      for (int answer = 1; answer <= 5; answer++) {
        int number = answer;
        pool.read(() -> number, done::add, RequestPoolTest::rethrow);
      }
      while (pool.underway() > 0) {
        Thread.onSpinWait();
      }
      pool.next(Duration.ofSeconds(10));
      assertThat(done).containsExactly(1);
      pool.others(() -> done.size() < 3);
      assertThat(done).containsExactly(1, 2, 3);
      pool.others(() -> true);
      assertThat(done).containsExactly(1, 2, 3, 4, 5);
    }
  }

  @Test
  void an_error_of_the_machine_ends_the_run_that_waits_for_the_answer() throws Exception {
    try (RequestPool pool = new RequestPool(1, 1)) {
      pool.read(
          () -> {
            throw new NoClassDefFoundError("de/qapix/Nowhere");
          },
          answer -> {},
          RequestPoolTest::rethrow);

      assertThatThrownBy(() -> pool.next(Duration.ofSeconds(10)))
          .hasRootCauseInstanceOf(NoClassDefFoundError.class);
    }
  }

  private static void rethrow(RuntimeException failure) {
    throw failure;
  }
}
