import { legacy } from './db';

// The old wrapper with question marks.
export const activities = (leadId: string) => legacy.all('SELECT "activityType", "resultValue" FROM "CustomActivity" WHERE "leadId" = ? ORDER BY "dateCreated"', [leadId]);

export const activity = (id: string) => legacy.get<{ matchConfidence: number }>(`SELECT "matchConfidence" FROM "CustomActivity" WHERE "closeActivityId" = ?`, [id]).then((r) => r?.matchConfidence ?? 0);

export async function match(activityId: string, eventId: string, confidence = 1) {
  await legacy.run(
    `UPDATE "CustomActivity"
        SET "calendlyEventId" = ?, "matchedAt" = now(), "matchConfidence" = ?
      WHERE "id" = ?`,
    [eventId, confidence, activityId],
  );
}

export const unmatched = (types: string[], limit?: number) =>
  legacy.all(
    `SELECT ca."id", ca."leadEmail" FROM "CustomActivity" ca
     WHERE ca."calendlyEventId" IS NULL AND ca."activityType" IN (${types.map(() => '?').join(', ')})
     ${limit ? 'LIMIT ?' : ''}`,
    limit ? [...types, limit] : types,
  );

export const insertActivity = (a: { closeId: string; type: string; created: Date }) =>
  legacy.run('INSERT INTO "CustomActivity" ("id", "closeActivityId", "activityType", "dateCreated") VALUES (?, ?, ?, ?)', [`ca_${a.closeId}`, a.closeId, a.type, a.created]);

export const between = (from: string, to: string) =>
  legacy.all("SELECT date_trunc('day', \"startTime\") AS day, count(*) AS \"eventCount\" FROM \"CalendlyEvent\" WHERE \"startTime\" BETWEEN ?::timestamp AND ?::timestamp GROUP BY 1", [from, to]);

export const cleanup = () => legacy.run('DELETE FROM sync_runs WHERE started_at < now() - interval \'90 days\'');
