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

  private static final String ITEM = "(?:string|number|bigint|boolean)";
  private static final String LITERAL = "(?:'[^'\\n]*'|\"[^\"\\n]*\")";

  /** Of a name that is declared: a type behind a colon, or a constant. */
  private static final String DECLARED =
      "(?<![\\w$.])(?:(const|let|var)\\s+)?%s\\s*(?:(\\??\\s*:)|(=(?![=>]))|(?=[,)]))";

  private static final Pattern TYPED = typed(ITEM + "(?:\\s*\\[])?");
  private static final Pattern TYPED_ITEM = typed(ITEM + "(?!\\s*\\[)");
  private static final String NUMBER = "\\d[\\d_.]*";
  private static final Pattern CONSTANT =
      Pattern.compile("\\s*(?:" + LITERAL + "|" + NUMBER + "|\\[\\s*(?:'|\"|\\d))");
  private static final Pattern CONSTANT_ITEM =
      Pattern.compile("\\s*(?:" + LITERAL + "|" + NUMBER + ")");

  private PlainValues() {}

  private static Pattern typed(String type) {
    String types = "(?:\\|?\\s*" + type + "|" + LITERAL + "(?=\\s*\\|)|\\|\\s*" + LITERAL + ")";
    return Pattern.compile("\\s*" + types + "(?:\\s*" + types + ")*\\s*(?:[,;)}=]|\\n)");
  }

  /** Whether a hole is a variable that is declared so, as far as the text before it tells. */
  static boolean isPlain(Hole hole) {
    return isPlain(hole, TYPED, CONSTANT);
  }

  /** The same, where lists do not count. */
  static boolean isPlainItem(Hole hole) {
    return isPlain(hole, TYPED_ITEM, CONSTANT_ITEM);
  }

  private static boolean isPlain(Hole hole, Pattern type, Pattern value) {
    if (!NAME.matcher(hole.code()).matches()) {
      return false;
    }
    String before = hole.source().text().substring(0, hole.start());
    Matcher declared =
        Pattern.compile(DECLARED.formatted(Pattern.quote(hole.code()))).matcher(before);
    boolean plain = false;
    while (declared.find()) {
      plain = isPlain(declared, before, declared.group(2) != null ? type : value);
    }
    return plain;
  }

  private static boolean isPlain(Matcher declared, String text, Pattern expected) {
    boolean constant = declared.group(3) == null || "const".equals(declared.group(1));
    boolean said = declared.group(2) != null || declared.group(3) != null;
    return said
        && constant
        && expected.matcher(text).region(declared.end(), text.length()).lookingAt();
  }
}
