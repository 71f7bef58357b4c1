// Slonik (https://github.com/gajus/slonik): every query is a tagged template; what is interpolated is a value or a token
import { createPool, createSqlTag, sql as slonikSql, type DatabasePool } from 'slonik';
import { z } from 'zod';

const sql = createSqlTag({ typeAliases: { id: z.object({ id: z.string() }), void: z.object({}).strict() } });

const Lead = z.object({ id: z.string(), fullName: z.string().nullable() });
let pool: DatabasePool;
export const connect = async (options: object = {}) => (pool = await createPool(process.env.DATABASE_URL!, options));

// snippet: sql.type
export const typed = (id: string) => pool.maybeOne(sql.type(Lead)`
  SELECT "id", "fullName"
  FROM "Lead"
  WHERE "id" = ${id}
`);

// snippet: sql.type with a schema on the spot
export const inline = () => pool.any(sql.type(z.object({
  leadSource: z.string(),
  total: z.number(),
}))`SELECT "leadSource", count(*)::int AS total FROM "Lead" GROUP BY "leadSource"`);

// snippet: sql.typeAlias
export const aliased = () => pool.any(sql.typeAlias('id')`SELECT id FROM "Deal"`);

// snippet: sql.unsafe
export const unsafe = (mail: string) => pool.any(sql.unsafe`SELECT * FROM "User" WHERE "email" = ${mail}`);

// snippet: sql.fragment
const onlyActive = sql.fragment`u."isActive" AND u."lastLoginAt" IS NOT NULL`;
export const withFragment = () => pool.any(sql.unsafe`SELECT u."id" FROM "User" u WHERE ${onlyActive}`);

// snippet: optional fragment
export const optional = (limit?: number) => pool.any(sql.unsafe`
  SELECT "title" FROM "Deal"
  ${limit ? sql.fragment`LIMIT ${limit}` : sql.fragment``}
`);

// snippet: sql.identifier
export const identifiers = (column: string) => pool.any(sql.unsafe`SELECT ${sql.identifier([column])} FROM ${sql.identifier(['public', 'CalendlyEvent'])}`);

// snippet: sql.join of values
export const joinValues = (ids: string[]) => pool.any(sql.unsafe`SELECT "id" FROM "Lead" WHERE "id" IN (${sql.join(ids, sql.fragment`, `)})`);

// snippet: sql.join of conditions
export async function joinConditions(ownerId?: string) {
  const conditions = [sql.fragment`"status" = 'OPEN'`];
  if (ownerId) conditions.push(sql.fragment`"ownerId" = ${ownerId}`);
  return pool.any(sql.unsafe`SELECT "id" FROM "Deal" WHERE ${sql.join(conditions, sql.fragment` AND `)}`);
}

// snippet: sql.join of tuples
export const joinTuples = (rows: [string, string][]) => pool.query(sql.typeAlias('void')`
  INSERT INTO "Team" ("id", "name")
  VALUES ${sql.join(rows.map((row) => sql.fragment`(${sql.join(row, sql.fragment`, `)})`), sql.fragment`, `)}
`);

// snippet: sql.join of columns
export const joinColumns = () => pool.any(sql.unsafe`SELECT ${sql.join(['id', 'email'].map((c) => sql.identifier([c])), sql.fragment`, `)} FROM "User"`);

// snippet: sql.array
export const arrays = (ids: string[]) => pool.any(sql.unsafe`SELECT "id" FROM "User" WHERE "id" = ANY(${sql.array(ids, 'text')}) AND NOT "phoneNumbers" && ${sql.array(['110'], sql.fragment`text[]`)}`);

// snippet: sql.unnest
export const unnested = (rows: [string, string][]) => pool.query(sql.unsafe`
  INSERT INTO "LeadNote" ("leadId", "body")
  SELECT n."leadId", n."body"
  FROM ${sql.unnest(rows, ['text', 'text'])} AS n("leadId", "body")
`);

// snippet: sql.unnest with types by identifier
export const unnestedTypes = () => pool.query(sql.unsafe`
  INSERT INTO call_log (started_at, outcome, duration_seconds)
  SELECT * FROM ${sql.unnest([['2026-01-01', 'reached', 60]], [['pg_catalog', 'timestamptz'], ['public', 'call_outcome'], 'int4'])}
`);

// snippet: json, dates, intervals, uuid
export const tokens = () => pool.any(sql.unsafe`
  SELECT s.id FROM sync_runs s
  WHERE s.cursor = ${sql.jsonb({ page: 1 })} AND s.started_at > ${sql.timestamp(new Date(0))} - ${sql.interval({ days: 3 })}
    AND s.started_at::date <> ${sql.date(new Date(0))} AND s.id <> ${sql.uuid('00000000-0000-0000-0000-000000000000')}
`);

// snippet: literal value in a utility statement
export const utility = () => pool.query(sql.unsafe`SET LOCAL TIME ZONE ${sql.literalValue('Europe/Berlin')}`);

// snippet: transaction and old tag
export const transaction = () => pool.transaction(async (connection) => {
  await connection.query(slonikSql.unsafe`UPDATE "Pipeline" SET "isDefault" = false WHERE "isDefault"`);
  return connection.oneFirst(slonikSql.type(z.object({ count: z.number() }))`SELECT count(*) FROM "Pipeline"`);
});
