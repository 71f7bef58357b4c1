// Drizzle (https://orm.drizzle.team/docs/sql): tables and columns of the schema are identifiers, arrays are lists in parentheses
import { and, asc, desc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { alias, pgTable, serial, text } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
import { callLog, dealItems, dealOverview, deals, users } from './drizzle-schema';

const db = drizzle(new Pool({ connectionString: process.env.DATABASE_URL }) as any);

// a table of this file
const tags = pgTable('Tag', { id: serial('id').primaryKey(), label: text('label').notNull() });

// snippet: table, column and value
export const one = (id: string) => db.execute(sql`select * from ${users} where ${users.id} = ${id}`);

// snippet: another name in code than in SQL
export const names = () => db.execute(sql`select ${users.name} as "displayName", ${users.team} from ${users} where ${users.active}`);

// snippet: typed rows and plain text
export const plain = async () => {
  const { rows } = await db.execute<{ stageName: string }>(sql`select s."stageName" from "PipelineStage" s order by s."sortOrder"`);
  return rows.map((r) => r.stageName);
};

// snippet: fragment in a query of the builder
export const lower = () => db.select({ id: users.id, lowerMail: sql<string>`lower(${users.email})`.as('lowerMail') }).from(users);

// snippet: where with a fragment
export const searchTitle = (words: string) => db.select().from(deals).where(sql`to_tsvector('simple', ${deals.title}) @@ to_tsquery('simple', ${words})`);

// snippet: order and group with fragments
export const perDay = () =>
  db.select({ day: sql<string>`date_trunc('day', ${callLog.startedAt})`, n: sql<number>`cast(count(${callLog.id}) as int)` })
    .from(callLog)
    .groupBy(sql`1`)
    .having(sql`count(*) > ${2}`)
    .orderBy(sql`1 desc nulls last`);

// snippet: sql.raw
export const rawText = (column: 'title' | 'status') => db.execute(sql.raw(`select d."${column}", count(*) from "Deal" d group by d."${column}"`));

// snippet: sql.raw as a piece
export const rawPiece = (dir: 'asc' | 'desc') => db.execute(sql`select ${deals.id} from ${deals} order by ${deals.amountCents} ${sql.raw(dir)}`);

// snippet: sql.join
export async function joined(ids: string[]) {
  const chunks: SQL[] = [];
  chunks.push(sql`select ${deals.title} from ${deals} where`);
  for (let i = 0; i < ids.length; i++) {
    chunks.push(sql`${deals.id} = ${ids[i]}`);
    if (i === ids.length - 1) continue;
    chunks.push(sql`or`);
  }
  return db.execute(sql.join(chunks, sql.raw(' ')));
}

// snippet: sql.join of values
export const joinedValues = (ids: string[]) => db.execute(sql`select * from ${deals} where ${deals.ownerId} in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})`);

// snippet: an array as a list
export const list = (ids: string[]) => db.execute(sql`select ${users.email} from ${users} where ${users.id} in ${ids}`);

// snippet: append
export async function appended(min?: number) {
  const query = sql`select ${deals.id}, ${deals.amountCents} from ${deals}`;
  if (min !== undefined) query.append(sql` where ${deals.amountCents} >= ${min}`);
  query.append(sql` limit 10`);
  return db.execute(query);
}

// snippet: sql.empty and a loop
export async function collected(filter: Record<string, string> = {}) {
  const where = sql.empty();
  for (const [key, value] of Object.entries(filter)) where.append(sql` and ${sql.identifier(key)} = ${value}`);
  return db.execute(sql`select "id" from "Lead" where true${where}`);
}

// snippet: sql.identifier
export const identified = (table = 'LeadNote', column = 'body') => db.execute(sql`select n.${sql.identifier(column)} from ${sql.identifier(table)} n`);

// snippet: helper functions as fragments
export const helpers = (ids: string[]) => db.execute(sql`select count(*) from ${deals} where ${and(inArray(deals.id, ids), gt(deals.amountCents, 5))} order by ${desc(sql`count(*)`)}`);

// snippet: subquery and alias
export const subquery = (id: string) => {
  const d2 = alias(deals, 'd2');
  const inner = db.select({ ownerId: d2.ownerId }).from(d2).where(eq(d2.id, id));
  return db.execute(sql`select ${users.email} from ${users} where ${users.id} in ${inner}`);
};

// snippet: placeholder and prepare
export const prepared = (id: string) =>
  db.select().from(users).where(sql`${users.id} = ${sql.placeholder('userId')}`).prepare('user_by_id').execute({ userId: id });

// snippet: insert and update with expressions
export const addCall = async (userId: string) => {
  await db.execute(sql`insert into ${callLog} (user_id, started_at) values (${userId}, ${sql`now()`})`);
  await db.update(deals).set({ closedAt: sql`now()`, amountCents: sql`${deals.amountCents} + 1` }).where(eq(deals.ownerId, userId));
};

// snippet: upsert with excluded
export const addTags = (labels: string[]) =>
  db.insert(tags).values(labels.map((label) => ({ label }))).onConflictDoUpdate({ target: tags.label, set: { label: sql`excluded.label` } });

// snippet: table of the same file, view, composite key
export const views = () => db.execute(sql`
  select t.${sql.identifier(tags.label.name)}, ${dealOverview.weightedCents}, ${dealItems.productName}
  from ${tags} t, ${dealOverview} join ${dealItems} on ${dealItems.dealId} = ${dealOverview.dealId}
  order by ${asc(dealItems.lineNumber)}`);
