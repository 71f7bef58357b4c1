package de.qapix.checks.scratch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows that a script, as pg_dump writes them, has behind COPY .. FROM STDIN. */
final class CopyData {

  private static final Pattern BEGIN =
      Pattern.compile(
          "^[ \\t]*copy\\s[^;]*?\\bfrom\\s+stdin\\b[^;]*;[ \\t]*\\r?\\n",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern END = Pattern.compile("^\\\\\\.[ \\t]*\\r?$", Pattern.MULTILINE);

  private CopyData() {}

  /** Blanks in place of the statements and their rows, which a check needs not; no line moves. */
  static String blanked(String sql) {
    StringBuilder blanked = new StringBuilder(sql.length());
    Matcher begin = BEGIN.matcher(sql);
    Matcher end = END.matcher(sql);
    int done = 0;
    while (begin.find(done) && end.find(begin.end())) {
      blanked.append(sql, done, begin.start());
      blanked.append(sql.substring(begin.start(), end.end()).replaceAll("[^\\r\\n]", " "));
      done = end.end();
    }
    return blanked.append(sql, done, sql.length()).toString();
  }
}
