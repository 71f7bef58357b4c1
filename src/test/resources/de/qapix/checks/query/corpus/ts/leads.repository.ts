import { pool, query, one } from './db';
import { LEAD_COLUMNS } from './columns';
import { notDeleted, paginate, orderByScore } from './fragments';

export interface Lead {
  id: string;
  fullName: string;
  email: string | null;
}

export async function findLead(id: string): Promise<Lead | undefined> {
  const { rows } = await pool.query<Lead>('SELECT "id", "fullName", "email" FROM "Lead" WHERE "id" = $1', [id]);
  return rows[0];
}

export async function findByMail(email: string) {
  return one<Lead>(`SELECT ${LEAD_COLUMNS} FROM "Lead" WHERE lower("email") = lower($1) AND "deletedAt" IS NULL`, email);
}

export const listLeads = (page = 0) =>
  query<Lead>(`SELECT ${LEAD_COLUMNS} FROM "Lead" l WHERE ${notDeleted('l')} ${orderByScore} ${paginate(25, page * 25)}`);

export async function createLead(input: { firstName: string; lastName: string; email?: string }) {
  const result = await pool.query(
    `INSERT INTO "Lead" ("id", "updatedAt", "firstName", "lastName", "email")
     VALUES (gen_random_uuid()::text, now(), $1, $2, $3)
     RETURNING "id", "createdAt"`,
    [input.firstName, input.lastName, input.email ?? null],
  );
  return result.rows[0]?.createdAt as Date;
}

export async function renameLead(id: string, firstName: string, lastName: string): Promise<boolean> {
  const { rowCount } = await pool.query("UPDATE \"Lead\" SET \"firstName\" = $2, \"lastName\" = $3 WHERE \"id\" = $1", [id, firstName, lastName]);
  return rowCount === 1;
}

export function softDelete(ids: string[]) {
  return pool.query('UPDATE "Lead" SET "deletedAt" = now() WHERE "id" = ANY($1::text[])', [ids]);
}

export async function* streamLeads(batch = 500) {
  let last = '';
  for (;;) {
    const rows = await query<Lead>(`
      SELECT "id", "fullName", "email"
        FROM "Lead"
       WHERE "id" > $1          -- the last one's id
       ORDER BY "id"
       LIMIT $2`, [last, batch]);
    if (rows.length === 0) return;
    yield* rows;
    last = rows[rows.length - 1]!.id;
  }
}

export const tagLead = async (id: string, tag: string) =>
  (await pool.query('UPDATE "Lead" SET "tagNames" = array_append("tagNames", $2) WHERE "id" = $1 AND NOT $2 = ANY("tagNames") RETURNING "tagNames"', [id, tag])).rows[0]?.tagNames;

export async function mergeLeads(keep: string, drop: string) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE "Deal" SET "leadId" = $1 WHERE "leadId" = $2', [keep, drop]);
    await client.query('UPDATE "CalendlyEvent" SET "leadId" = $1 WHERE "leadId" = $2', [keep, drop]);
    await client.query('UPDATE call_log SET lead_id = $1 WHERE lead_id = $2', [keep, drop]);
    await client.query('DELETE FROM "Lead" WHERE "id" = $1', [drop]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

export const hottest = (n: number) => query(`select l."fullName", "leadTemperature"(l."leadScore") as temperature from "Lead" l where ${notDeleted('l')} order by l."leadScore" desc limit $1`, [n]);
