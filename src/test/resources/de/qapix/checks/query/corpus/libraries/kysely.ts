// Kysely (https://kysely.dev/docs/recipes/raw-sql): ${value or expression}, sql.ref, sql.table, sql.id, sql.lit, sql.join, sql.raw, sql.val
import { CompiledQuery, Kysely, PostgresDialect, sql, type RawBuilder } from 'kysely';
import { Pool } from 'pg';

interface Database {
  User: { id: string; email: string; displayName: string; teamId: string | null; createdAt: Date };
  Lead: { id: string; firstName: string; lastName: string; email: string | null; leadScore: number; tagNames: string[]; createdAt: Date };
  Deal: { id: string; title: string; ownerId: string | null; amountCents: number; status: string };
}

const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool() as any }) });

// snippet: value
export const byId = async (id: string) => {
  const { rows } = await sql<Database['Lead']>`select * from "Lead" where id = ${id}`.execute(db);
  return rows[0];
};

// snippet: snippet kept in a constant
export async function kept(id: string) {
  const snippet = sql<{ fullName: string }>`select "fullName" from "Lead" where id = ${id}`;
  return snippet.execute(db);
}

// snippet: expressions in a query of the builder
export const withExpressions = (from: Date, to: Date, tags: string[]) =>
  db.selectFrom('Lead')
    .select(sql<string>`concat("firstName", ' ', "lastName")`.as('wholeName'))
    .where(sql<boolean>`"createdAt" between ${from} and ${to}`)
    .where('tagNames', '@>', sql<string[]>`ARRAY[${sql.join(tags)}]`)
    .orderBy(sql<string>`concat("firstName", ' ', "lastName")`)
    .execute();

// snippet: sql.ref
export const refs = () => sql`select ${sql.ref('Deal.title')}, ${sql.ref('ownerId')} from "Deal" where ${sql.ref('public.Deal.status')} = 'OPEN'`.execute(db);

// snippet: sql.table
export const tableOf = (name: 'User' | 'Lead') => sql`select count(*) from ${sql.table(name)} union all select count(*) from ${sql.table('public.Deal')}`.execute(db);

// snippet: sql.id
export const ids = () => sql`select ${sql.id('u', 'displayName')} from ${sql.id('public', 'User')} as u order by ${sql.id('createdAt')}`.execute(db);

// snippet: sql.lit
export const literals = () => sql<{ kind: string }>`select ${sql.lit('lead')} as kind, "id" from "Lead" limit ${sql.lit(5)}`.execute(db);

// snippet: sql.raw
export const raw = (direction: 'asc' | 'desc') => sql`select "id" from "Lead" order by "leadScore" ${sql.raw(direction)}`.execute(db);

// snippet: sql.join of values
export const joinValues = (names: string[]) => sql`select * from "Lead" where "firstName" in (${sql.join(names)})`.execute(db);

// snippet: sql.join of mixed things
export const joinMixed = () => {
  const name = sql.join([sql.ref('firstName'), sql`"lastName"`, 'nobody']);
  return sql`select coalesce(${name}) as name, ${sql.join([sql.ref('leadScore'), sql`"leadScore" * ${2}::int`, sql.lit(3)], sql` + `)} as total from "Lead"`.execute(db);
};

// snippet: sql.join with a separator
export const joinConditions = (min: number) => {
  const conditions: RawBuilder<boolean>[] = [sql`"leadScore" >= ${min}`, sql`"deletedAt" is null`];
  return sql`select "id" from "Lead" where ${sql.join(conditions, sql` and `)}`.execute(db);
};

// snippet: nested and conditional
export const nested = (ownerId?: string) => {
  const filter = ownerId ? sql`where d."ownerId" = ${ownerId}` : sql``;
  return sql`with d as (select * from "Deal" d ${filter}) select d."title" from d`.execute(db);
};

// snippet: array as one parameter
export const anyOf = (list: string[]) => sql`select "email" from "User" where "id" = any(${list})`.execute(db);

// snippet: builder inside of a template
export const builderInside = () => sql`select "email" from "User" where "id" in ${db.selectFrom('Deal').select('ownerId').where('status', '=', sql<any>`'WON'`)}`.execute(db);

// snippet: CompiledQuery.raw
export const compiled = (team: string) => db.executeQuery(CompiledQuery.raw('select "displayName" from "User" where "teamId" = $1', [team]));

// snippet: val and function
export const values = (mail: string) => sql`insert into "Tag" ("label") values (lower(${sql.val(mail)})) on conflict ("label") do nothing`.execute(db);

// snippet: update with sql on the right side
export const increment = (id: string) => db.updateTable('Lead').set({ leadScore: sql`"leadScore" + 1` }).where('id', '=', id).returning(sql<string>`"updatedAt"::text`.as('changed')).execute();
