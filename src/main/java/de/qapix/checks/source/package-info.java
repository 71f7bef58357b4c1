/** Queries in JavaScript and TypeScript. */
package de.qapix.checks.source;
