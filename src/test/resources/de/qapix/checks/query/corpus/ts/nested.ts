import { Prisma } from '@prisma/client';
import { pool, prisma, sql } from './db';

export const twoDeep = (ids?: string[], from?: Date) => prisma.$queryRaw`
  SELECT d."id", d."title"
  FROM "Deal" d
  ${ids?.length || from ? Prisma.sql`WHERE ${ids?.length ? Prisma.sql`d."id" IN (${Prisma.join(ids)})` : Prisma.sql`TRUE`} ${from ? Prisma.sql`AND d."createdAt" >= ${from}` : Prisma.empty}` : Prisma.empty}
  LIMIT 10`;

export const inText = (alias = 'd', withLead = false) =>
  pool.query(`SELECT ${alias}."id"${withLead ? `, ${`l`}."fullName"` : ''} FROM "Deal" ${alias} ${withLead ? `JOIN "Lead" l ON l."id" = ${alias}."leadId"` : ``} WHERE ${alias}."status" = 'WON'`);

export const strings = (names: string[]) => sql`
  select t."id", t."label" from "Tag" t
  where t."label" = any(${names.map((n) => `${n.trim()}${n.endsWith('}') ? '' : `-${n.length}`}`)})`;

export async function braces(lookup: Record<string, { id: string }>) {
  return sql`select "fullName" from "Lead" where "id" = ${lookup['}`{']?.id ?? { id: '`' }.id} or "id" = ${((x) => { return x; })('a}b')}`;
}

export function helper(level: number) {
  const depth = (n: number): string => (n <= 0 ? `"leadScore"` : `abs(${depth(n - 1)})`);
  return pool.query(`SELECT ${depth(2)} AS "absScore" FROM "Lead" WHERE "leadScore" > $1`, [level]);
}

export const cte = (status: 'OPEN' | 'WON') => {
  const inner = sql`select d."ownerId", sum(d."amountCents") as cents from "Deal" d where d."status" = ${status} group by 1`;
  const outer = sql`select u."displayName", s.cents from sums s join "User" u on u."id" = s."ownerId"`;
  return sql`with sums as (${inner}) ${outer} order by s.cents desc`;
};

export const either = async (by: 'lead' | 'user', id: string) =>
  by === 'lead'
    ? await sql`select id, started_at from call_log where lead_id = ${id}`
    : await sql`select id, started_at from call_log where user_id = ${id}`;
