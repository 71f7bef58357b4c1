/**
 * The SQL in TypeScript and JavaScript: a lexer and a tolerant parser, the texts that an expression
 * can have, and which of them are queries.
 */
package de.qapix.source;
