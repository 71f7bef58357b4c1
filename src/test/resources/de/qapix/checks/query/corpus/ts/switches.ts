import { Prisma } from '@prisma/client';
import { pool, prisma, sql } from './db';

type Sort = 'newest' | 'oldest' | 'score' | 'name';

function orderBy(sort: Sort): string {
  switch (sort) {
    case 'newest':
      return '"createdAt" DESC';
    case 'oldest':
      return '"createdAt" ASC';
    case 'score':
      return `"leadScore" DESC NULLS LAST, "id"`;
    default:
      return '"lastName", "firstName"';
  }
}

export const sorted = (sort: Sort) => pool.query(`SELECT "id", "fullName" FROM "Lead" ORDER BY ${orderBy(sort)}`);

export async function period(unit: 'today' | 'week' | 'month' | 'all') {
  let condition;
  switch (unit) {
    case 'today': condition = `e."startTime"::date = CURRENT_DATE`; break;
    case 'week': condition = `e."startTime" >= date_trunc('week', now())`; break;
    case 'month': condition = `e."startTime" >= date_trunc('month', now())`; break;
    default: condition = 'TRUE';
  }
  return pool.query('SELECT e."id" FROM "CalendlyEvent" e WHERE ' + condition);
}

const ORDER: Record<string, string> = {
  title: 'd."title"',
  amount: 'd."amountCents"',
  closing: 'd."expectedCloseDate"',
};

export const listed = (by: string, dir: string) =>
  pool.query(`SELECT d."id" FROM "Deal" d ORDER BY ${ORDER[by] ?? ORDER.title} ${dir.toLowerCase() === 'desc' ? 'DESC' : 'ASC'}`);

const SORTS = {
  calls: Prisma.sql`ORDER BY s.total_calls DESC`,
  talk: Prisma.sql`ORDER BY s.talk_seconds DESC`,
} satisfies Record<string, Prisma.Sql>;

export const callStats = (sort: keyof typeof SORTS) => prisma.$queryRaw`SELECT s.user_id, s.call_date, s.total_calls, s.reached_calls FROM daily_call_stats s ${SORTS[sort]}`;

export async function counts(kind: 'lead' | 'deal' | 'event') {
  const text = {
    lead: 'SELECT count(*) FROM "Lead" WHERE "ownerId" = $1',
    deal: 'SELECT count(*) FROM "Deal" WHERE "ownerId" = $1',
    event: 'SELECT count(*) FROM "CalendlyEvent" WHERE "hostId" = $1',
  }[kind];
  return pool.query(text, ['u1']);
}

export async function upsert(kind: 'tag' | 'team', name: string) {
  if (kind === 'tag') return sql`insert into "Tag" ("label") values (${name}) on conflict ("label") do nothing`;
  else return sql`insert into "Team" ("id", "name") values (${name}, ${name}) on conflict ("id") do update set "name" = excluded."name"`;
}

export function lockMode(wait: boolean) {
  const suffix = wait ? 'FOR UPDATE' : 'FOR UPDATE SKIP LOCKED';
  return pool.query(`SELECT "id" FROM "Deal" WHERE "status" = 'OPEN' LIMIT 1 ${suffix}`);
}
