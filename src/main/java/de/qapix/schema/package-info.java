/** What a database should look like, what it looks like, and what is different. */
package de.qapix.schema;
