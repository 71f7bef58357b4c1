/** What is wrong with a schema, as findings. */
package de.qapix.checks.schema;
