/** Tries statements that change a schema on a copy of it. */
package de.qapix.checks.plan;
