import { Prisma } from '@prisma/client';
import { prisma as db } from './db';

const GOAL = 'MonthlyGoal';

export async function setGoal(userId: string, month: Date, cents: number, calls: number = 100) {
  return db.$executeRaw`
    INSERT INTO "MonthlyGoal" ("userId", "monthStart", "targetCents", "targetCalls")
    VALUES (${userId}, ${month}::date, ${cents}, ${calls})
    ON CONFLICT ("userId", "monthStart")
    DO UPDATE SET "targetCents" = EXCLUDED."targetCents", "targetCalls" = EXCLUDED."targetCalls"
  `;
}

export async function setGoals(goals: { userId: string; month: string; cents: number }[]) {
  const tuples = goals.map((g) => Prisma.sql`(${g.userId}, ${g.month}::date, ${g.cents})`);
  return db.$executeRaw`INSERT INTO "MonthlyGoal" ("userId", "monthStart", "targetCents") VALUES ${Prisma.join(tuples)} ON CONFLICT DO NOTHING`;
}

export async function bump(userId: string, field: 'achievedCents' | 'achievedCalls', by: number) {
  return db.$executeRawUnsafe(`UPDATE "${GOAL}" SET "${field}" = "${field}" + $1 WHERE "userId" = $2 AND "monthStart" = date_trunc('month', now())`, by, userId);
}

export async function progress(userId: string) {
  const rows = await db.$queryRawUnsafe<{ monthStart: Date; percentDone: number }[]>(
    'SELECT g."monthStart", (100.0 * g."achievedCents" / nullif(g."targetCents", 0))::float8 AS "percentDone" '
      + 'FROM "MonthlyGoal" g '
      + 'WHERE g."userId" = $1 '
      + 'ORDER BY g."monthStart" DESC',
    userId,
  );
  return rows.map(({ monthStart, percentDone }) => ({ monthStart, percentDone }));
}

export async function ranking(month: string, by: 'cents' | 'calls') {
  const column = by === 'cents' ? Prisma.sql`g."achievedCents"` : Prisma.sql`g."achievedCalls"`;
  return db.$queryRaw<any[]>`
    SELECT u."displayName", ${column} AS achieved, rank() OVER (ORDER BY ${column} DESC) AS place
    FROM "MonthlyGoal" g JOIN "User" u ON u."id" = g."userId"
    WHERE g."monthStart" = ${month}::date`.catch(() => []);
}

export async function remove(userId: string, months: Date[]) {
  if (months.length === 0) return 0;
  const list = Prisma.join(months.map((m) => Prisma.sql`${m}::date`), ', ');
  return db.$executeRaw`DELETE FROM "MonthlyGoal" WHERE "userId" = ${userId} AND "monthStart" IN (${list})`;
}

export async function copyGoals(fromMonth: string, toMonth: string) {
  const [, inserted] = await db.$transaction([
    db.$executeRaw`DELETE FROM "MonthlyGoal" WHERE "monthStart" = ${toMonth}::date`,
    db.$executeRaw`
      INSERT INTO "MonthlyGoal" ("userId", "monthStart", "targetCents", "targetCalls")
      SELECT g."userId", ${toMonth}::date, g."targetCents", g."targetCalls"
      FROM "MonthlyGoal" g WHERE g."monthStart" = ${fromMonth}::date`,
  ]);
  return inserted;
}

export const best = () => db.$queryRaw<{ userId: string }[]>`SELECT DISTINCT ON (g."monthStart") g."userId", g."monthStart" FROM "MonthlyGoal" g ORDER BY g."monthStart", g."achievedCents" DESC`;
