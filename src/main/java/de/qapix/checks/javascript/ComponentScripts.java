package de.qapix.checks.javascript;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script parts of a component: of Vue and Svelte what stands in {@code <script>}, of Astro also
 * what stands between two lines of dashes at its beginning.
 */
final class ComponentScripts {

  private static final Pattern NAME = Pattern.compile("(?s).*\\.(vue|svelte|astro)");

  private static final String VALUE = "\"[^\"]*\"|'[^']*'|[^\\s\"'>]+";
  private static final String ATTRIBUTE =
      "\\s+(?:type\\s*=\\s*(?<type>" + VALUE + ")|[^\\s\"'>=]+(?:\\s*=\\s*(?:" + VALUE + "))?)";

  /** A comment may hold an element that is none. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "<!--.*?(?:-->|$)|<script(?:" + ATTRIBUTE + ")*\\s*>(?<code>.*?)</script\\s*>",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern FRONTMATTER =
      Pattern.compile("\\s*---[ \\t]*\\R(?<code>.*?)(?<=\\n)---", Pattern.DOTALL);
  private static final Pattern OF_PROGRAM =
      Pattern.compile("(?i).*(module|script|babel).*", Pattern.DOTALL);

  private ComponentScripts() {}

  /** Whether a file of this name is a component. */
  static boolean isComponent(Path file) {
    return NAME.matcher(file.toString().toLowerCase(Locale.ROOT)).matches();
  }

  /** The text with blanks for all that is no script; each char of these keeps its place. */
  static String of(Path file, String text) {
    StringBuilder scripts = new StringBuilder(text.replaceAll("[^\\r\\n]", " "));
    int from = 0;
    Matcher frontmatter = FRONTMATTER.matcher(text);
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".astro") && frontmatter.lookingAt()) {
      keep(frontmatter, text, scripts);
      from = frontmatter.end();
    }
    Matcher element = SCRIPT.matcher(text).region(from, text.length());
    while (element.find()) {
      String type = element.group("type");
      if (element.group("code") != null && (type == null || OF_PROGRAM.matcher(type).matches())) {
        keep(element, text, scripts);
      }
    }
    return scripts.toString();
  }

  private static void keep(Matcher part, String text, StringBuilder scripts) {
    scripts.replace(
        part.start("code"), part.end("code"), text.substring(part.start("code"), part.end("code")));
  }
}
