package de.qapix.data.calendly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** How two values of a column are compared and shown. */
class ValueExcerptTest {

  @Test
  void what_is_the_same_to_postgresql_is_no_difference() {
    assertThat(ValueExcerpt.of("name", null, null)).isEmpty();
    assertThat(ValueExcerpt.of("name", "a", "a")).isEmpty();
    assertThat(ValueExcerpt.of("paymentAmount", new BigDecimal("149.9"), new BigDecimal("149.90")))
        .isEmpty();
    assertThat(json("{\"a\": 1.50, \"b\": [1e2]}", "{\"b\":[100],\"a\":1.5}")).isEmpty();
  }

  @Test
  void of_json_the_place_is_shown_in_which_it_differs() {
    assertThat(json("{\"a\":{\"b\":[1,2]}}", "{\"a\":{\"b\":[1,3]}}"))
        .contains(cells("a.b[1]: 2", "a.b[1]: 3"));
    assertThat(json("{}", "{\"a\":null}")).contains(cells("a: -", "a: null"));
    assertThat(json("[1]", "[1,2]")).contains(cells("[1]", "[1,2]"));
  }

  @Test
  void secrets_are_masked_wherever_they_stand() {
    assertThat(ValueExcerpt.of("joinUrl", "https://a", null))
        .contains(new ValueExcerpt(Optional.of("***"), Optional.empty()));
    assertThat(json("{\"data\":{\"password\":\"a\"}}", "{\"data\":{\"password\":\"b\"}}"))
        .contains(cells("data.password: ***", "data.password: ***"));
    assertThat(json("{}", "{\"location\":{\"join_url\":\"a\",\"type\":\"zoom\"}}"))
        .contains(cells("location: -", "location: {\"join_url\":\"***\",\"type\":\"zoom\"}"));
    assertThat(ValueExcerpt.of("location", "https://a/?pwd=b&c=d", "here"))
        .contains(cells("https://a/?pwd=***&c=d", "here"));
  }

  @Test
  void a_secret_is_masked_before_the_value_is_cut() {
    String link = "x".repeat(70) + "https://a/?x=1&pwd=";

    assertThat(ValueExcerpt.of("location", link + "geheim1", link + "geheim2").toString())
        .doesNotContain("geheim", "eheim");
  }

  @Test
  void long_values_are_cut_around_the_place_in_which_they_differ() {
    String same = "abcdefghij".repeat(10);

    assertThat(ValueExcerpt.of("notesPlain", same + "\none", same + "\ntwo and " + same))
        .contains(cells("…jabcdefghij one", "…jabcdefghij two and " + same.substring(0, 40) + "…"));
  }

  @Test
  void no_character_is_cut_in_half() {
    String same = "😀".repeat(40);

    ValueExcerpt cells = ValueExcerpt.of("name", same + "a", same + "b").orElseThrow();

    assertThat(cells.stored().orElseThrow()).isEqualTo("…" + "😀".repeat(6) + "a");
  }

  private static Optional<ValueExcerpt> json(String stored, String current) {
    return ValueExcerpt.of("raw", JSONB.jsonb(stored), JSONB.jsonb(current));
  }

  private static ValueExcerpt cells(String stored, String current) {
    return new ValueExcerpt(Optional.of(stored), Optional.of(current));
  }
}
