/** What can be put right in a file of queries, and how it is written there. */
package de.qapix.checks.fix;
