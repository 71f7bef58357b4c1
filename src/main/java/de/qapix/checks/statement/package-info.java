/** Statements as they are sent: what stands in for their holes, their parameters, their places. */
package de.qapix.checks.statement;
