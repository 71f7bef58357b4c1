package de.qapix.checks.javascript;

import de.qapix.checks.text.QueryFile.Comment;
import java.util.List;

/** What a lexer makes of a file. */
record LexedFile(JsTokens tokens, List<Comment> comments) {}
