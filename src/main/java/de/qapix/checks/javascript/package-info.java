/** JavaScript and TypeScript: lexer, parser, scopes and modules. */
package de.qapix.checks.javascript;
