// Odds and ends: information_schema, several statements in one string, COPY, LISTEN, settings, functions.
import { pool, prisma, sql, transaction } from './db';

export const tables = (schema = 'public') => pool.query('SELECT table_name FROM information_schema.tables WHERE table_schema = $1', [schema]);

export const sizes = () => prisma.$queryRaw<{ name: string; bytes: bigint }[]>`SELECT c.relname::text AS name, pg_total_relation_size(c.oid) AS bytes FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`;

export const several = () => sql`
  update "Team" set "budgetCents" = 0 where "budgetCents" < 0;
  update "User" set "isActive" = false where "lastLoginAt" < now() - interval '2 years';
`.simple();

export const dump = () => sql`copy (select "id", "email" from "Lead" where "doNotContact") to stdout with (format csv)`.readable();

export async function asUser<T>(userId: string, work: () => Promise<T>) {
  return transaction(async (client) => {
    await client.query('SET LOCAL statement_timeout = 5000');
    await client.query("SELECT set_config('app.user_id', $1, true)", [userId]);
    return work();
  });
}

export const temperature = (score: number) => pool.query('SELECT "leadTemperature"($1) AS temperature, business_days(current_date, current_date + 30) AS days', [score]);

export async function importLeads(rows: { mail: string; name: string }[]) {
  return transaction(async (client) => {
    await client.query('CREATE TEMP TABLE incoming_leads (mail text, "givenName" text) ON COMMIT DROP');
    await client.query('INSERT INTO incoming_leads SELECT * FROM unnest($1::text[], $2::text[])', [rows.map((r) => r.mail), rows.map((r) => r.name)]);
    const { rows: known } = await client.query('SELECT i.mail, l."id" AS "leadId" FROM incoming_leads i JOIN "Lead" l ON lower(l."email") = lower(i.mail)');
    return known;
  });
}

export const merge = (label: string) => pool.query(`
  MERGE INTO "Tag" t USING (SELECT $1::text AS label) s ON t."label" = s.label
  WHEN NOT MATCHED THEN INSERT ("label") VALUES (s.label)`, [label]);

export const notify = (id: string) => pool.query(`SELECT pg_notify('lead_changed', $1)`, [id]);
