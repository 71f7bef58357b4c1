package de.qapix.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.checks.diff.Change;
import de.qapix.checks.diff.Change.ByHand;
import de.qapix.checks.diff.Change.Caution;
import de.qapix.checks.diff.Change.Statement;
import de.qapix.cli.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {

  private static final Statement PLAIN = new Statement("drop view v", Optional.empty());
  private static final Statement LOSING =
      new Statement("drop table t", Optional.of(Caution.LOSES_DATA));
  private static final Statement NEEDING =
      new Statement("alter table t add c int not null", Optional.of(Caution.NEEDS_VALUES));

  @Test
  void a_statement_stands_behind_what_to_know_of_it() {
    assertThat(lines(Locale.ENGLISH, PLAIN, LOSING, NEEDING))
        .containsExactly(
            "drop view v;",
            "-- loses data:",
            "drop table t;",
            "-- existing rows need a value",
            "alter table t add c int not null;");
    assertThat(lines(Locale.GERMAN, LOSING, NEEDING))
        .contains("-- verliert Daten:", "-- vorhandene Zeilen brauchen einen Wert");
  }

  @Test
  void what_has_no_statement_is_told_in_the_language_of_the_user() {
    ByHand labels = new ByHand("shop.colour", "labels");
    ByHand parameters = new ByHand("shop.item", "partition key");
    assertThat(lines(Locale.ENGLISH, labels, parameters))
        .containsExactly(
            "-- change by hand: shop.colour: enum values removed or reordered; recreate the type",
            "-- change by hand: shop.item: partition key");
    assertThat(lines(Locale.GERMAN, labels, parameters))
        .containsExactly(
            "-- von Hand ändern: shop.colour: Enum-Werte entfernt oder umgeordnet; den Typ neu"
                + " anlegen",
            "-- von Hand ändern: shop.item: Partitionsschlüssel");
  }

  @Test
  void a_name_with_a_line_break_makes_no_statement_of_a_comment() {
    assertThat(lines(Locale.ENGLISH, new ByHand("public.\"x\r\ndrop table y; --\"", "definition")))
        .containsExactly("-- change by hand: public.\"x drop table y; --\": definition");
  }

  private static List<String> lines(Locale locale, Change... changes) {
    ChangeWords words = new ChangeWords(new Messages(locale));
    return List.of(changes).stream()
        .flatMap(change -> words.lines(change, List.of()).stream())
        .toList();
  }
}
