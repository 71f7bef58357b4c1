package de.qapix.data.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPoolTest {

  @Test
  void answers_that_have_come_meanwhile_are_worked_off_together_as_long_as_there_is_room()
      throws Exception {
    List<Integer> done = new ArrayList<>();
    try (RequestPool crew = new RequestPool(1, 1)) {
      for (int answer = 1; answer <= 5; answer++) {
        int number = answer;
        crew.read(() -> number, done::add, RequestPoolTest::rethrow);
      }
      while (crew.underway() > 0) {
        Thread.onSpinWait();
      }
      crew.next(Duration.ofSeconds(10));
      assertThat(done).containsExactly(1);
      crew.others(() -> done.size() < 3);
      assertThat(done).containsExactly(1, 2, 3);
      crew.others(() -> true);
      assertThat(done).containsExactly(1, 2, 3, 4, 5);
    }
  }

  private static void rethrow(RuntimeException failure) {
    throw failure;
  }
}
