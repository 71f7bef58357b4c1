/** What a check has found, which of it was accepted before, and the formats it is written in. */
package de.qapix.checks.finding;
