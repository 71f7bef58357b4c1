package de.qapix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of both languages. */
class MessagesTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  @Test
  void both_languages_have_the_same_messages_with_the_same_arguments() throws Exception {
    assertThat(arguments("messages_de.properties")).isEqualTo(arguments("messages.properties"));
  }

  /** The numbers of the arguments that each message takes. */
  private static Map<String, Set<String>> arguments(String file) throws IOException {
    Properties messages = new Properties();
    try (Reader words =
        new InputStreamReader(MessagesTest.class.getResourceAsStream(file), UTF_8)) {
      messages.load(words);
    }
    Map<String, Set<String>> arguments = new TreeMap<>();
    messages.forEach(
        (key, text) ->
            arguments.put(
                key.toString(),
                ARGUMENT
                    .matcher(text.toString())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet())));
    return arguments;
  }
}
