/** SQL as text: where its statements begin and end, and what each of them asks for. */
package de.qapix.sql;
