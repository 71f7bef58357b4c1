import React from 'react';
import { query } from './db';
import { LEAD_COLUMNS } from './columns';

const label = 'Select a lead';

export async function loadLead(id) {
  const [lead] = await query(`SELECT ${LEAD_COLUMNS}, "homeAddress" FROM "Lead" WHERE "id" = $1`, [id]);
  return lead;
}

export async function LeadPage({ id }) {
  const lead = await loadLead(id);
  const events = await query('SELECT "id", "startTime" FROM "CalendlyEvent" WHERE "leadId" = $1 ORDER BY "startTime" DESC', [id]);
  const notes = await query(`SELECT n."body" FROM "LeadNote" n WHERE n."leadId" = $1`, [id]);

  return (
    <main>
      <h1>Don't panic, it's {lead?.fullName ?? 'nobody'}!</h1>
      <label>{label} <select><option>With love</option><option>Insert coin</option></select></label>
      <p>
        We've got {events.length} events & {notes.length} notes; `backticks` aren't templates in JSX text.
      </p>
      {notes.map((n) => <blockquote key={n.body}>{n.body}</blockquote>)}
      <LastCall leadId={id} render={(call) => <b>{call ? `${call.duration_seconds}s` : 'n/a'}</b>} />
    </main>
  );
}

export async function LastCall({ leadId, render }) {
  const rows = await query(
    "SELECT c.duration_seconds, c.outcome FROM call_log c WHERE c.lead_id = $1 ORDER BY c.started_at DESC LIMIT 1",
    [leadId],
  );
  return render(rows[0]);
}
