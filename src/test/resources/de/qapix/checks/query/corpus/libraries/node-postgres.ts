// node-postgres (https://node-postgres.com): $1, $2, …; text never interpolated by the library
import pg, { Client, Pool } from 'pg';
import Cursor from 'pg-cursor';
import QueryStream from 'pg-query-stream';
import format from 'pg-format';

const pool = new Pool();
const client = new Client();

// snippet: text only
export const now = () => client.query('SELECT NOW() as now');

// snippet: text and values in constants
export async function insertTag() {
  const text = 'INSERT INTO "Tag"("label") VALUES($1) RETURNING *';
  const values = ['vip'];
  const res = await client.query(text, values);
  return res.rows[0];
}

// snippet: config object
export async function insertTeam() {
  const query = {
    text: 'INSERT INTO "Team"("id", "name") VALUES($1, $2)',
    values: ['t1', 'Vertrieb'],
  };
  return client.query(query);
}

// snippet: prepared statement
export const fetchLead = (id: string) => pool.query({
  // give the query a unique name
  name: 'fetch-lead',
  text: 'SELECT * FROM "Lead" WHERE id = $1',
  values: [id],
});

// snippet: row mode
export const asArrays = () => client.query({ text: 'SELECT "firstName", "lastName" FROM "Lead" WHERE "leadScore" >= 50', rowMode: 'array' });

// snippet: any of an array
export const byIds = (ids: string[]) => pool.query('SELECT "id", "title" FROM "Deal" WHERE "id" = ANY($1::text[])', [ids]);

// snippet: transaction
export async function changeOwner() {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const queryText = 'UPDATE "Lead" SET "ownerId" = $1 WHERE "id" = $2 RETURNING "ownerId"';
    const res = await client.query(queryText, [null, 'l1']);

    const insertText = 'INSERT INTO audit_log("entityType", "entityId", changed_by) VALUES ($1, $2, $3)';
    await client.query(insertText, ['Lead', 'l1', res.rows[0]?.ownerId]);
    await client.query('COMMIT');
  } catch (e) {
    await client.query('ROLLBACK');
    throw e;
  } finally {
    client.release();
  }
}

// snippet: callback
export function withCallback(done: (n: number) => void) {
  pool.query('SELECT count(*) AS "leadCount" FROM "Lead" WHERE "createdAt" > $1', [new Date(0)], (err: Error, res: pg.QueryResult) => {
    if (err) throw err;
    done(res.rows[0]?.leadCount);
  });
}

// snippet: cursor
export const cursor = (min: number) => client.query(new Cursor('SELECT * FROM call_log WHERE duration_seconds > $1', [min]));

// snippet: stream
export const stream = () => pool.query(new QueryStream('SELECT n FROM generate_series(0, $1) AS s(n)', [1000000]) as any);

// snippet: escaped identifier
export const ofTable = (table: string) => client.query(`SELECT count(*) FROM ${pg.escapeIdentifier(table)} WHERE "id" <> ${pg.escapeLiteral("O'Neil")}`);

// snippet: pg-format
export const formatted = (column: string) => pool.query(format('SELECT %I FROM %I WHERE %I = %L AND "leadSource" IN (%L)', column, 'Lead', 'email', "o'neil@example.com", ['ads', 'web']));

// snippet: like and json
export const likeAndJson = (key: string) =>
  pool.query(`SELECT "id", "settings"->>$1 AS setting FROM "User" WHERE "email" LIKE '%@example.com' AND "settings" ? $1`, [key]);

// snippet: listen and notify
export async function subscribe() {
  await client.query('LISTEN lead_changed');
  await client.query('SELECT pg_notify($1, $2)', ['lead_changed', 'l1']);
}
