// Takes over what Close and Calendly deliver. postgres.js, plain ES modules.
import { sql } from './db';
import { since } from './fragments';

export async function startRun(source) {
  const [run] = await sql`
    insert into sync_runs ${sql({ source, cursor: null })}
    returning id, started_at
  `;
  return run;
}

export async function storeEvents(events) {
  const rows = events.map((e) => ({
    id: `cal_${e.uri.split('/').pop()}`,
    updatedAt: new Date(),
    calendlyEventUri: e.uri,
    startTime: e.start_time,
    endTime: e.end_time,
  }));
  return sql`
    insert into "CalendlyEvent" ${sql(rows, 'id', 'updatedAt', 'calendlyEventUri', 'startTime', 'endTime')}
    on conflict ("calendlyEventUri") do update set
      "startTime" = excluded."startTime",
      "endTime"   = excluded."endTime",
      "syncedAt"  = now()
    returning "id", (xmax = 0) as "isNew"
  `;
}

export const updateUser = (id, patch) => sql`update "User" set ${sql(patch, 'displayName', 'isActive')} where "id" = ${id}`;

export async function callsSince(day, userIds) {
  return await sql`
    select c.id, c.outcome from call_log c
    where c.user_id in ${sql(userIds)} ${since(day)}
    order by c.started_at
  `;
}

export async function countOf(table) {
  const [{ count }] = await sql`select count(*)::int from ${sql(table)}`;
  return count;
}

export async function columnsOf(table, columns = ['id', 'createdAt']) {
  return sql`select ${sql(columns)} from ${sql(table)} order by ${sql(columns[0])} limit 10`;
}

export async function matchActivities(minConfidence) {
  await sql.begin(async (tx) => {
    await tx`
      update "CustomActivity" ca
      set "calendlyEventId" = e."id", "matchedAt" = ${minConfidence > 0.5 ? tx`now()` : null}, "matchConfidence" = ${minConfidence}
      from "CalendlyEvent" e
      where e."inviteeEmail" = ca."leadEmail"
        and ca."dateCreated" between e."startTime" and e."endTime" + interval '1 hour'
        and ca."calendlyEventId" is null
    `;
    await tx.unsafe('delete from "CustomActivity" where "dateCreated" < $1', [new Date('2020-01-01')]);
  });
}

export async function finishRun(id, { rows = 0, error = null } = {}) {
  await sql`update sync_runs set finished_at = now(), row_count = ${rows}, error_text = ${error} where id = ${id}`;
  for await (const [row] of sql`select source, row_count from sync_runs where finished_at is not null`.cursor()) {
    console.log(`${row.source}: ${row.row_count}`);
  }
}
