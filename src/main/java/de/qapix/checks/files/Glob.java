package de.qapix.checks.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} and {@code ?} stand for characters of one name, {@code **} for any
 * folders, <code>{a,b}</code> for one of several. Brackets and parentheses are letters like others,
 * for that is how folders of web applications are called.
 */
final class Glob {

  private static final Pattern WILDCARD = Pattern.compile("[*?{]");

  private final String glob;
  private final Pattern pattern;

  Glob(String text) {
    this.glob = text.replaceFirst("^(\\./+)+(?=.)", "");
    this.pattern = Pattern.compile(regex(glob), Pattern.DOTALL);
  }

  /** Whether it is more than the name of one file. */
  boolean hasWildcards() {
    return WILDCARD.matcher(glob).find();
  }

  /** The folder below which all that it matches is. */
  Path base() {
    int wildcard = hasWildcards() ? glob.split("[*?{]", -1)[0].length() : glob.length();
    int slash = glob.lastIndexOf('/', wildcard);
    return Path.of(slash == 0 ? "/" : glob.substring(0, Math.max(slash, 0)));
  }

  /** Whether something in a folder so many names deep can match. */
  boolean reaches(int depth) {
    boolean anyDepth = glob.contains("**") || glob.contains("{");
    return anyDepth || depth < Path.of(glob).getNameCount();
  }

  /** Whether a folder of this name is named in it. */
  boolean names(String folder) {
    return names().contains(folder);
  }

  private List<String> names() {
    return Arrays.asList(glob.split("[/{},]+", -1));
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < glob.length(); at++) {
      char next = glob.charAt(at);
      if (glob.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 2;
      } else if (glob.startsWith("**", at)) {
        regex.append(".*");
        at++;
      } else if (next == '*') {
        regex.append("[^/]*");
      } else if (next == '?') {
        regex.append("[^/]");
      } else if (next == '{') {
        regex.append("(?:");
        depth++;
      } else if (next == '}' && depth > 0) {
        regex.append(")");
        depth--;
      } else if (next == ',' && depth > 0) {
        regex.append("|");
      } else {
        regex.append(Pattern.quote(String.valueOf(next)));
      }
    }
    return regex.append(")".repeat(depth)).toString();
  }
}
