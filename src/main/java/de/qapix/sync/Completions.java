package de.qapix.sync;

import de.qapix.api.TimeBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Completes records: asks for what belongs to them and hands them on to be written. A record that
 * two slices want before it is written is asked for once.
 */
final class Completions<L extends Listed, W extends Whole> {

  private record Waiting(Runnable done, Runnable rejected) {}

  private final Feed<L, W> feed;
  private final Crew crew;
  private final Intake<W> intake;
  private final Tally tally;
  private final TimeBox box;
  private final Map<String, List<Waiting>> underway = new HashMap<>();

  Completions(Feed<L, W> feed, Crew crew, Intake<W> intake, Tally tally, TimeBox box) {
    this.feed = feed;
    this.crew = crew;
    this.intake = intake;
    this.tally = tally;
    this.box = box;
  }

  /**
   * Completes a record.
   *
   * @param isNew whether it is not stored yet
   * @param done is called when it waits to be written
   * @param rejected is called when it could not be completed
   */
  void complete(L record, boolean isNew, Runnable done, Runnable rejected) {
    if (intake.holds(record)) {
      done.run();
      return;
    }
    List<Waiting> waiting = underway.get(record.key());
    if (waiting != null) {
      waiting.add(new Waiting(done, rejected));
      return;
    }
    underway.put(record.key(), new ArrayList<>(List.of(new Waiting(done, rejected))));
    Cost cost = feed.cost(record);
    tally.wanted(cost);
    crew.read(
        () -> feed.complete(record, box),
        whole -> {
          tally.had(cost);
          intake.add(whole, isNew);
          underway.remove(record.key()).forEach(each -> each.done().run());
        },
        failure -> {
          tally.had(cost);
          intake.rejectOrFail(feed.kind(), record, failure);
          underway.remove(record.key()).forEach(each -> each.rejected().run());
        });
  }
}
