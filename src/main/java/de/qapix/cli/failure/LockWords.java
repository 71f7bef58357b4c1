package de.qapix.cli.failure;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.Session;
import de.qapix.catalog.TableLock;
import de.qapix.cli.Messages;
import java.util.List;
import java.util.Optional;

/** Who holds a lock, and what to do about it. */
public final class LockWords {

  private static final int MOST = 3;

  private final Messages messages;

  public LockWords(Messages messages) {
    this.messages = messages;
  }

  /** A session in brackets, after a space; nothing if it is not known. */
  public String inBrackets(Optional<Session> session) {
    return session.map(known -> " (" + words(known) + ")").orElse("");
  }

  /** Which table is locked, and by whom. */
  public String of(Optional<TableLock> lock) {
    return of(lock.stream().toList());
  }

  /** The same of several, as far as the first one's holder has them. */
  String of(List<TableLock> locks) {
    if (locks.isEmpty()) {
      return messages.text("lock.unknown");
    }
    TableLock first = locks.get(0);
    List<String> tables =
        locks.stream()
            .filter(lock -> lock.session().equals(first.session()))
            .filter(lock -> lock.prepared().equals(first.prepared()))
            .map(TableLock::table)
            .distinct()
            .toList();
    String names =
        tables.stream().limit(MOST).collect(joining(", ")) + (tables.size() > MOST ? ", ..." : "");
    if (first.prepared().isPresent()) {
      return messages.text("lock.prepared", names, first.prepared().get());
    }
    return first
        .behind()
        .map(other -> messages.text("lock.queued", names, words(first.session()), words(other)))
        .orElseGet(() -> messages.text("lock.session.holds", names, words(first.session())));
  }

  /** How the one who is in the way can be ended. */
  String release(Optional<TableLock> lock) {
    return release(lock.stream().toList());
  }

  /** The same of several. */
  String release(List<TableLock> locks) {
    if (locks.isEmpty()) {
      return messages.text("lock.unknown.hint");
    }
    TableLock first = locks.get(0);
    return first
        .prepared()
        .map(name -> messages.text("lock.prepared.hint", name.replace("'", "''")))
        .orElseGet(() -> messages.text("lock.session.hint", number(holder(first))));
  }

  private static Session holder(TableLock lock) {
    return lock.behind().orElse(lock.session());
  }

  private String words(Session session) {
    return messages.text(
        "lock.session",
        number(session),
        session.user().isEmpty() ? "-" : session.user(),
        session.application().isEmpty() ? "-" : session.application(),
        session.since().map(Object::toString).orElse("-"));
  }

  private static String number(Session session) {
    return Integer.toString(session.pid());
  }
}
