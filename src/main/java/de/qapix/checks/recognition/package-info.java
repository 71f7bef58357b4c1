/** Whether a text is SQL. */
package de.qapix.checks.recognition;
