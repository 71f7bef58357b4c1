package de.qapix.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.files.JsonText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OutputTest {

  private final StringWriter terminal = new StringWriter();
  private final PrintWriter out = Output.to(terminal);

  @Test
  void what_would_command_the_terminal_can_be_seen() {
    assertThat(printed("\u001b[31mred")).isEqualTo("\\x1b[31mred");
    assertThat(printed("a\rb\u0007\u0000")).isEqualTo("a\\x0db\\x07\\x00");
    assertThat(printed("\u007f\u009b31m\u0085")).isEqualTo("\\x7f\\x9b31m\\x85");
    assertThat(printed("exe\u202egpj\u202c")).isEqualTo("exe\\u202egpj\\u202c");
    assertThat(printed("\u2066x\u2069")).isEqualTo("\\u2066x\\u2069");
  }

  @Test
  void letters_of_all_languages_are_left_alone() {
    String letters = "Jörg 😀 — ✅ עברית 日本 \\x1b";

    assertThat(printed(letters)).isEqualTo(letters);
  }

  private String printed(String foreign) {
    terminal.getBuffer().setLength(0);
    out.print(foreign);
    return terminal.toString();
  }

  @Test
  void every_way_of_printing_is_covered() {
    out.print('\u001b');
    out.print(new char[] {'\u001b'});
    out.println((Object) "\u001b");
    out.printf("%s", "\u001b");
    out.append('\u001b').append("x\u001by", 1, 2);
    out.write("\u001b");

    assertThat(terminal.toString().replace("\\x1b", "").strip()).isEmpty();
    assertThat(terminal.toString().split("x1b", -1)).hasSize(8);
  }

  @Test
  void our_own_lines_tabs_and_colours_stay() {
    out.println("a\tb");
    Output.own(out).print("\u001b[1mbold\u001b[0m");

    assertThat(terminal).hasToString("a\tb\n\u001b[1mbold\u001b[0m");
  }

  @Test
  void json_stays_json_and_holds_no_control_character() {
    String foreign = "\u001b[31m\u0000\u007f\u009b\u202e";

    String json = JsonText.of(Map.of("a", foreign));
    out.print(json);

    assertThat(json).matches("[ -~]+");
    assertThat(terminal).hasToString(json);
    assertThat(JsonMapper.shared().readTree(json).path("a").stringValue()).isEqualTo(foreign);
  }
}
