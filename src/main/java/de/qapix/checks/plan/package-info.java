/** Statements that change a schema: what they lock, and whether they do it, tried on a copy. */
package de.qapix.checks.plan;
