package de.qapix.source;

import de.qapix.query.QueryFile.Comment;
import java.util.List;

/** What a lexer makes of a file. */
record Lexed(Tokens tokens, List<Comment> comments) {}
