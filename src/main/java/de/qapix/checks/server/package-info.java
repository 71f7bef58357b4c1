/** What a server says of a statement, which names it knows, and which of them was meant. */
package de.qapix.checks.server;
