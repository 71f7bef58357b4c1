package de.qapix.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * Another session of the database server.
 *
 * @param pid its process on the server
 * @param user its role
 * @param application how it calls itself; empty if it does not
 * @param since when its transaction began, if we may know
 */
public record Session(int pid, String user, String application, Optional<Instant> since) {}
