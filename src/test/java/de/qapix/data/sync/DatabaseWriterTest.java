package de.qapix.data.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseWriterTest {

  private final CountDownLatch woken = new CountDownLatch(1);
  private final DatabaseWriter writer = new DatabaseWriter(woken::countDown);
  private final List<String> done = new ArrayList<>();

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void what_follows_is_done_in_order_and_only_when_it_is_asked_for() throws Exception {
    writer.write(() -> "first", done::add, this::fail);
    writer.write(() -> "second", done::add, this::fail);
    woken.await();
    assertThat(done).isEmpty();

    writer.await();
    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void what_is_still_being_written_is_left_for_later() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    writer.write(
        () -> {
          gate.await();
          return "slow";
        },
        done::add,
        this::fail);
    writer.applyWritten();
    assertThat(done).isEmpty();

    gate.countDown();
    writer.await();
    assertThat(done).containsExactly("slow");
  }

  @Test
  void what_follows_may_have_more_written_and_is_waited_for_too() throws Exception {
    writer.write(
        () -> "first",
        first -> {
          done.add(first);
          writer.write(() -> "more", done::add, this::fail);
        },
        this::fail);

    writer.await();
    assertThat(done).containsExactly("first", "more");
  }

  @Test
  void a_failure_is_handed_to_whoever_asked() {
    Callable<String> refused =
        () -> {
          throw new IllegalArgumentException("refused");
        };
    writer.write(refused, done::add, this::fail);

    assertThatThrownBy(writer::await).hasMessage("refused");
    assertThat(done).isEmpty();
  }

  private void fail(RuntimeException failure) {
    throw failure;
  }
}
