package de.qapix.data.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ApiRequestTest {

  @Test
  void the_next_page_is_asked_for_at_the_address_that_the_user_has_set_whatever_the_body_names() {
    ApiRequest next =
        ApiRequest.get("/scheduled_events")
            .with("count", "100")
            .next("https://evil.example.com/steal?count=100&page_token=abc%2B");

    assertThat(next.on(URI.create("https://api.calendly.com/")))
        .isEqualTo(
            URI.create("https://api.calendly.com/scheduled_events?count=100&page_token=abc%2B"));
  }

  @Test
  void messages_name_method_and_path_and_no_parameter() {
    assertThat(ApiRequest.get("/users").with("email", "a@example.com")).hasToString("GET /users");
  }
}
