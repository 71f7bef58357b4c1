package de.qapix.data.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a page for people from an answer for programs. */
final class WebPage {

  private static final Pattern BEGINNING =
      Pattern.compile("\\s*(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head)\\b", flags());
  private static final Pattern TITLE = Pattern.compile("<title[^>]*>(.*?)</title>", flags());

  /** A title stands near the beginning. */
  private static final int HEAD = 10_000;

  private WebPage() {}

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  /** The page's title, or its beginning where it has none; empty where this is no page. */
  static Optional<String> title(String body) {
    String head = body.substring(0, Math.min(body.length(), HEAD));
    if (!BEGINNING.matcher(head).lookingAt()) {
      return Optional.empty();
    }
    Matcher title = TITLE.matcher(head);
    boolean titled = title.find() && !title.group(1).isBlank();
    return Optional.of(titled ? title.group(1).strip() : head.strip());
  }
}
