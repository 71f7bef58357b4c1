/** Calendly's API v2: its requests, its records, and the rows they become. */
package de.qapix.data.calendly;
