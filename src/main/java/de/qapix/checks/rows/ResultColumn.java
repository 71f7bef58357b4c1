package de.qapix.checks.rows;

/**
 * A column of a result, as the server describes it.
 *
 * @param table the catalog's number of the table from which it is taken as it is; 0 where it comes
 *     from an expression
 * @param number of the column in that table
 */
public record ResultColumn(String name, int table, int number) {}
