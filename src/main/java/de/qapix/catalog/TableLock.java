package de.qapix.catalog;

import java.util.Optional;

/**
 * A lock that keeps others from a table.
 *
 * @param table with its schema, and with quotes where they are needed
 * @param prepared the name of the prepared transaction that holds it; empty where a session does
 * @param session that holds it, or waits for it before us
 * @param behind the session that it waits for, where it does not hold it
 */
public record TableLock(
    String table, Optional<String> prepared, Session session, Optional<Session> behind) {}
