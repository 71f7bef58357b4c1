package de.qapix.checks.query;

import de.qapix.checks.text.Hole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells holes that hold a text, a number or a list of them, and no SQL of a library, by the type or
 * constant with which their variable is declared.
 */
final class PlainValues {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");

  private static final String TYPE = "(?:string|number|bigint|boolean)(?:\\s*\\[])?";
  private static final String LITERAL = "(?:'[^'\\n]*'|\"[^\"\\n]*\")";
  private static final String TYPES =
      "(?:\\|?\\s*" + TYPE + "|" + LITERAL + "(?=\\s*\\|)|\\|\\s*" + LITERAL + ")";

  /** Of a name that is declared: a type behind a colon, or a constant. */
  private static final String DECLARED =
      "(?<![\\w$.])(?:(const|let|var)\\s+)?%s\\s*(?:(\\??\\s*:)|(=(?![=>]))|(?=[,)]))";

  private static final Pattern TYPED =
      Pattern.compile("\\s*" + TYPES + "(?:\\s*" + TYPES + ")*\\s*(?:[,;)}=]|\\n)");
  private static final Pattern CONSTANT =
      Pattern.compile("\\s*(?:" + LITERAL + "|\\d[\\d_.]*|\\[\\s*(?:'|\"|\\d))");

  private PlainValues() {}

  /** Whether a hole is a variable that is declared so, as far as the text before it tells. */
  static boolean isPlain(Hole hole) {
    if (!NAME.matcher(hole.code()).matches()) {
      return false;
    }
    String before = hole.source().text().substring(0, hole.start());
    Matcher declared =
        Pattern.compile(DECLARED.formatted(Pattern.quote(hole.code()))).matcher(before);
    boolean plain = false;
    while (declared.find()) {
      plain = isPlain(declared, before);
    }
    return plain;
  }

  private static boolean isPlain(Matcher declared, String text) {
    Pattern expected = declared.group(2) != null ? TYPED : CONSTANT;
    boolean constant = declared.group(3) == null || "const".equals(declared.group(1));
    boolean said = declared.group(2) != null || declared.group(3) != null;
    return said
        && constant
        && expected.matcher(text).region(declared.end(), text.length()).lookingAt();
  }
}
