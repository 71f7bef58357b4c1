package de.qapix.cli.schema;

/**
 * The share of queries that has to be checked.
 *
 * @param share from 0 to 1
 * @param setting the option or the key of a project that asks for it
 */
record MinimumCoverage(double share, String setting) {}
