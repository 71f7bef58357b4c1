package de.qapix.data.calendly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingKindsTest {

  @ParameterizedTest
  @CsvSource({
    "Kostenloses ERSTGESPRÄCH, erstgespraech",
    "Erstgespra\u0308ch, erstgespraech",
    "Initial Call, erstgespraech",
    "Erstberatung, erstgespraech",
    "Concept Review, konzept",
    "Umsetzung & Konzept, konzept",
    "IMPLEMENTATION, umsetzung",
    "Beratung, service",
    "Kaffee, sonstiges",
  })
  void the_first_rule_of_which_a_word_occurs_in_the_name_wins(String name, String kind) {
    assertThat(MeetingKinds.parse(MeetingKinds.DEFAULT).of(name)).isEqualTo(kind);
  }

  @Test
  void an_event_without_a_name_falls_to_the_last_rule_or_to_none() {
    assertThat(MeetingKinds.parse(MeetingKinds.DEFAULT).of(null)).isEqualTo("sonstiges");
    assertThat(MeetingKinds.parse("demo=demo").of(null)).isNull();
  }

  @Test
  void a_part_that_is_no_rule_is_named() {
    assertThatThrownBy(() -> MeetingKinds.parse("demo=demo; nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nonsense");
  }
}
