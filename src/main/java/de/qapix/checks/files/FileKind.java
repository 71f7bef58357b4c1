package de.qapix.checks.files;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What files SQL is looked for in. */
public enum FileKind {
  /** Files of SQL. */
  SQL("sql|psql|pgsql"),
  /** TypeScript and JavaScript, and components with parts in them. */
  SOURCE("[cm]?ts|tsx|[cm]?js|jsx|vue|svelte|astro");

  private final Pattern name;

  FileKind(String endings) {
    this.name = Pattern.compile("(?is).*\\.(" + endings + ")");
  }

  /** Whether a file is called like one of this kind. */
  public boolean fits(Path file) {
    return name.matcher(String.valueOf(file.getFileName())).matches();
  }
}
