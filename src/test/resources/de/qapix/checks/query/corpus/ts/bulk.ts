import { Prisma } from '@prisma/client';
import { pool, prisma, sql, query } from './db';

export async function leadsByIds(ids: string[]) {
  const placeholders = ids.map((_, i) => `$${i + 1}`).join(',');
  return query(`SELECT "id", "fullName" FROM "Lead" WHERE "id" IN (${placeholders})`, ids);
}

export const usersByIds = (ids: string[]) => sql`select "id", "email" from "User" where "id" in ${sql(ids)} and "role" <> 'ADMIN'`;

export const tagsByIds = (ids: number[]) => prisma.$queryRaw`SELECT "id", "label" FROM "Tag" WHERE "id" IN (${Prisma.join(ids)}) ORDER BY "label"`;

export async function insertTags(labels: string[]) {
  const rows = labels.map((_, i) => `($${i + 1})`).join(', ');
  return pool.query(`INSERT INTO "Tag" ("label") VALUES ${rows} ON CONFLICT ("label") DO NOTHING RETURNING "id"`, labels);
}

export async function insertItems(dealId: string, items: { name: string; cents: number }[]) {
  const values: unknown[] = [dealId];
  const tuples: string[] = [];
  items.forEach((item, i) => {
    const base = values.length;
    tuples.push(`($1, ${i + 1}, $${base + 1}, $${base + 2})`);
    values.push(item.name, item.cents);
  });
  await pool.query('INSERT INTO "DealItem" ("dealId", "lineNumber", "productName", "unitPriceCents") VALUES ' + tuples.join(', '), values);
}

export async function insertCalls(calls: { userId: string; startedAt: Date; seconds: number }[]) {
  return pool.query(
    `INSERT INTO call_log (user_id, started_at, duration_seconds)
     SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::int[])`,
    [calls.map((c) => c.userId), calls.map((c) => c.startedAt), calls.map((c) => c.seconds)],
  );
}

export async function updateScores(scores: Map<string, number>) {
  const pairs = [...scores].map(([id, score]) => Prisma.sql`(${id}, ${score}::int)`);
  return prisma.$executeRaw`
    UPDATE "Lead" AS l SET "leadScore" = v.score
    FROM (VALUES ${Prisma.join(pairs)}) AS v(id, score)
    WHERE v.id = l."id"`;
}

export async function upsertMany(rows: { closeActivityId: string; activityType: string; dateCreated: string }[]) {
  return pool.query(
    `INSERT INTO "CustomActivity" ("id", "closeActivityId", "activityType", "dateCreated")
     SELECT 'ca_' || r."closeActivityId", r."closeActivityId", r."activityType", r."dateCreated"
     FROM jsonb_to_recordset($1::jsonb) AS r("closeActivityId" text, "activityType" text, "dateCreated" timestamp)
     ON CONFLICT ("closeActivityId") DO UPDATE
     SET "activityType" = EXCLUDED."activityType", "dateUpdated" = now()`,
    [JSON.stringify(rows)],
  );
}

export const chunked = async (ids: string[], size = 2) => {
  const found = [];
  for (let i = 0; i < ids.length; i += size) {
    const chunk = ids.slice(i, i + size);
    found.push(...(await query(`SELECT "id" FROM "Deal" WHERE "leadId" IN (${chunk.map((_, n) => '$' + (n + 1))})`, chunk)));
  }
  return found;
};
