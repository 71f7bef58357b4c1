package de.qapix.data.calendly;

import de.qapix.data.api.Fields;
import de.qapix.db.qapix.tables.records.CalendlyEventTypeRecord;
import org.jooq.JSONB;

/**
 * Reads event types, as of developer.calendly.com, "List User's Event Types". Needed is the address
 * alone; all else is null where it cannot be read.
 */
final class EventTypeDecoder {

  private EventTypeDecoder() {}

  static CalendlyEventTypeRecord decode(Fields fields) {
    CalendlyEventTypeRecord row = new CalendlyEventTypeRecord();
    row.setUri(fields.identifier("uri"));
    row.setName(fields.findText("name"));
    row.setActive(fields.findFlag("active"));
    row.setKind(fields.findText("kind"));
    row.setPoolingType(fields.findText("pooling_type"));
    row.setType(fields.findText("type"));
    row.setSlug(fields.findText("slug"));
    row.setDurationMinutes(fields.findNumber("duration"));
    row.setSchedulingUrl(fields.findText("scheduling_url"));
    row.setColor(fields.findText("color"));
    row.setDescriptionPlain(fields.findText("description_plain"));
    row.setInternalNote(fields.findText("internal_note"));
    row.setProfileType(fields.inside("profile").findText("type"));
    row.setProfileName(fields.inside("profile").findText("name"));
    row.setOwnerUri(fields.inside("profile").findText("owner"));
    row.setCreatedAt(fields.findTime("created_at"));
    row.setUpdatedAt(fields.findTime("updated_at"));
    row.setRaw(JSONB.jsonb(fields.json()));
    row.setDeletedAt(fields.findTime("deleted_at"));
    return row;
  }
}
