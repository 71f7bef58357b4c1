/** Which names a statement brings into reach, and what they mean. */
package de.qapix.checks.names;
