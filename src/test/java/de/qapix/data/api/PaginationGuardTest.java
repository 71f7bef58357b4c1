package de.qapix.data.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaginationGuardTest {

  private static final ApiRequest FIRST = ApiRequest.get("/things").with("count", "2");

  private final PaginationGuard guard = new PaginationGuard();

  @Test
  void pages_that_lead_on_are_followed() {
    assertThatCode(
            () -> {
              guard.turned(FIRST, page("count=2&page_token=b", "1", "2"));
              guard.turned(FIRST.next("?count=2&page_token=b"), page("page_token=c", "3", "4"));
              guard.turned(FIRST.next("?page_token=c"), page("", "5"));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void a_page_that_names_itself_as_the_next_ends_the_list() {
    assertEndless(FIRST, page("count=2", "1", "2"), "page 1 names one as the next");
  }

  @Test
  void a_page_token_that_was_there_before_ends_the_list_whatever_stands_around_it() {
    guard.turned(FIRST, page("count=2&page_token=b", "1"));

    assertEndless(
        FIRST.next("?count=2&page_token=b"),
        page("page_token=b&count=2", "2"),
        "page 2 names one as the next");
  }

  @Test
  void a_page_with_the_records_of_another_ends_the_list_though_its_address_is_new() {
    guard.turned(FIRST, page("page_token=b", "1", "2"));

    assertEndless(
        FIRST.next("?page_token=b"),
        page("page_token=c", "1", "2"),
        "page 2 is one that was there");
  }

  @Test
  void many_empty_pages_in_a_row_end_the_list() {
    for (int i = 1; i < 20; i++) {
      guard.turned(FIRST.next("?page_token=" + i), page("page_token=" + (i + 1)));
    }

    assertEndless(FIRST.next("?page_token=20"), page("page_token=21"), "20 pages without a record");
  }

  @Test
  void empty_pages_are_not_one_another() {
    guard.turned(FIRST, page("page_token=b"));

    assertThatCode(() -> guard.turned(FIRST.next("?page_token=b"), page("page_token=c")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_list_of_ever_new_pages_has_a_bound() {
    ApiRequest request = FIRST;
    for (int i = 1; i < 1_000; i++) {
      guard.turned(request, page("page_token=" + i, "record " + i));
      request = FIRST.next("?page_token=" + i);
    }

    assertEndless(request, page("page_token=more", "one more"), "more than 1000 pages");
  }

  @Test
  void the_last_of_as_many_pages_as_may_be_ends_it_as_it_should() {
    ApiRequest request = FIRST;
    for (int i = 1; i < 1_000; i++) {
      guard.turned(request, page("page_token=" + i, "record " + i));
      request = FIRST.next("?page_token=" + i);
    }
    ApiRequest last = request;

    assertThatCode(() -> guard.turned(last, page("", "the last"))).doesNotThrowAnyException();
  }

  private void assertEndless(ApiRequest request, Page<String> page, String words) {
    assertThatThrownBy(() -> guard.turned(request, page))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ApiException.Kind.ENDLESS);
              assertThat(failure.request()).isEqualTo("GET /things");
              assertThat(failure.answer()).contains(words);
            });
  }

  private static Page<String> page(String next, String... keys) {
    return new Page<>(
        List.of(keys),
        List.of(),
        List.of(keys),
        next.isEmpty() ? Optional.empty() : Optional.of(FIRST.next("?" + next)));
  }
}
