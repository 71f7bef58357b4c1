package de.qapix.checks.source;

import de.qapix.checks.evaluation.QueryTexts;
import de.qapix.checks.javascript.Modules;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.javascript.Parser;
import de.qapix.checks.javascript.Sources;
import de.qapix.checks.recognition.Prefilter;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.SourceText;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the SQL in files of TypeScript and JavaScript. It remembers the files that others import;
 * one scanner is for one thread.
 */
public final class SourceScanner {

  private final Modules modules;
  private final QueryTexts texts;

  /**
   * @param sources where imported files are read
   */
  public SourceScanner(Sources sources) {
    this.modules = new Modules(sources);
    this.texts = new QueryTexts(modules);
  }

  /**
   * All SQL of a file. Where nothing of a statement is written in it, because all of its text is
   * imported, the query belongs to the other file.
   */
  public QueryFile scan(Path file, SourceText text) {
    if (!Prefilter.mayHoldSql(text.text())) {
      return new QueryFile(text, List.of(), List.of(), List.of());
    }
    ParsedFile module = Parser.parse(file, text);
    List<Query> queries = QueryFinder.find(module, texts, modules);
    return new QueryFile(
        text, queries, module.comments(), queries.isEmpty() ? List.of() : module.reads());
  }
}
