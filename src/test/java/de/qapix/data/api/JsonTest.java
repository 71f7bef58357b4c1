package de.qapix.data.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void what_postgresql_cannot_hold_is_replaced_in_texts_and_names_and_nothing_else_is() {
    assertThat(
            Json.find(
                "{\"a\\u0000b\": [\"x\\u0000y\", \"half \\ud83d\", \"whole \\ud83d\\ude00\"]}"))
        .map(Json::canonical)
        .contains("{\"a\ufffdb\":[\"x\ufffdy\",\"half \ufffd\",\"whole 😀\"]}");
  }

  @Test
  void equal_trees_have_equal_texts_whatever_the_order_of_their_keys() {
    assertThat(Json.find("{\"b\":1,\"a\":{\"d\":2,\"c\":3}}").map(Json::canonical))
        .isEqualTo(Json.find("{\"a\":{\"c\":3,\"d\":2},\"b\":1}").map(Json::canonical));
  }

  @Test
  void an_amount_keeps_its_digits() {
    assertThat(Json.find("{\"amount\":1234.5600}").map(Json::canonical))
        .contains("{\"amount\":1234.5600}");
  }

  @Test
  void what_is_no_json_or_cut_off_or_followed_by_something_is_not_found() {
    assertThat(Json.find("<html>")).isEmpty();
    assertThat(Json.find("{\"a\": [1, 2")).isEmpty();
    assertThat(Json.find("{} {}")).isEmpty();
    assertThat(Json.find("")).isEmpty();
  }
}
