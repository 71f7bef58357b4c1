// Temporary objects made and used in the same file; tables made by the application itself at run time.
import { Pool } from 'pg';

const pool = new Pool();

export async function importCsv(lines: string[]) {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query(`CREATE TEMPORARY TABLE staged_leads (mail text, "givenName" text, "familyName" text) ON COMMIT DROP`);
  for (const line of lines) await client.query('INSERT INTO staged_leads VALUES ($1, $2, $3)', line.split(';'));
  await client.query('CREATE TEMP TABLE staged_double AS SELECT s.mail FROM staged_leads s JOIN "Lead" l ON l."email" = s.mail');
  await client.query('DELETE FROM staged_leads s USING staged_double d WHERE d.mail = s.mail');
  const { rows } = await client.query('SELECT count(*) AS "stagedCount" FROM staged_leads WHERE "familyName" <> \'\'');
  await client.query('COMMIT');
  client.release();
  return rows[0].stagedCount;
}

export async function ensureQueue() {
  await pool.query(`CREATE TABLE IF NOT EXISTS job_queue (id bigserial PRIMARY KEY, payload jsonb, "lockedAt" timestamptz)`);
  await pool.query('ALTER TABLE job_queue ADD COLUMN IF NOT EXISTS attempts int NOT NULL DEFAULT 0');
  await pool.query(`UPDATE job_queue SET "lockedAt" = now(), attempts = attempts + 1 WHERE id = (SELECT id FROM job_queue WHERE "lockedAt" IS NULL FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING payload`);
}

export async function withCte() {
  return pool.query('WITH staged AS (SELECT 1 AS one) SELECT one FROM staged');
}
