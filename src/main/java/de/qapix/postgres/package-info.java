/** Connection settings, pool, and the embedded PostgreSQL server and its life. */
package de.qapix.postgres;
