package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text and code within a cell of a Markdown table. */
final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("[&<>|`*_\\[\\]\\\\~$]");
  private static final Pattern NOT_IN_BACKTICKS = Pattern.compile("[|`\\\\\\n]|^\\s|\\s$|^$");

  private Markdown() {}

  /** Every character means itself; a line break stays one. */
  static String text(String text) {
    return SPECIAL
        .matcher(VisibleText.text(text).strip())
        .replaceAll(special -> "&#" + (int) special.group().charAt(0) + ";")
        .replace("\n", "<br>");
  }

  /** In backticks where these can hold it, else as HTML. */
  static String code(String code) {
    String visible = VisibleText.text(code);
    if (NOT_IN_BACKTICKS.matcher(visible).find()) {
      return VisibleText.lines(code).stream()
          .map(line -> "<code>" + text(line) + "</code>")
          .collect(Collectors.joining("<br>"));
    }
    return "`" + visible + "`";
  }
}
