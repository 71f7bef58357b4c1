package de.qapix.data.calendly;

import de.qapix.db.qapix.tables.records.CalendlyInviteeRecord;

/**
 * An invitee as Calendly shows it.
 *
 * @param odd whether one of its fields could not be read
 */
record Invitee(CalendlyInviteeRecord row, boolean odd) {}
