/** The texts that an expression can have, and what is done to them. */
package de.qapix.checks.evaluation;
