import { Prisma } from '@prisma/client';
import { prisma } from './db';
import { ownedBy } from './fragments';

type Kpi = { value: number };

export async function openPipeline(userId?: string): Promise<number> {
  const [kpi] = await prisma.$queryRaw<Kpi[]>`
    SELECT coalesce(sum(d."amountCents" * s."winProbability"), 0)::float8 AS "value"
    FROM "Deal" d
    JOIN "PipelineStage" s ON s."id" = d."stageId"
    WHERE d."status" = 'OPEN' ${ownedBy(userId)}`;
  return kpi?.value ?? 0;
}

export async function wonThisMonth(userId?: string) {
  const condition = userId
    ? Prisma.sql`d."ownerId" = ${userId}`
    : Prisma.sql`TRUE`;
  return prisma.$queryRaw<Kpi[]>(Prisma.sql`
    SELECT count(*)::int AS "value" FROM "Deal" d
    WHERE ${condition} AND d."status" = 'WON' AND d."closedAt" >= date_trunc('month', now())
  `);
}

export async function filtered(filters: { ownerId?: string; status?: string; from?: Date }) {
  const conditions: Prisma.Sql[] = [Prisma.sql`l."deletedAt" IS NULL`];
  if (filters.ownerId) conditions.push(Prisma.sql`d."ownerId" = ${filters.ownerId}`);
  if (filters.status) conditions.push(Prisma.sql`d."status"::text = ${filters.status}`);
  if (filters.from) conditions.push(Prisma.sql`d."createdAt" >= ${filters.from}`);
  const where = Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  return prisma.$queryRaw<{ dealCount: number; avgCents: number }[]>`
    SELECT count(*)::int AS "dealCount", avg(d."amountCents")::float8 AS "avgCents"
    FROM "Deal" d JOIN "Lead" l ON l."id" = d."leadId"
    ${where}`;
}

export const callsPerUser = (ids: string[], grouped: boolean) => prisma.$queryRaw`
  SELECT c.user_id AS "userId"${grouped ? Prisma.sql`, c.outcome` : Prisma.empty}, count(*)::int AS "calls"
  FROM call_log c
  WHERE c.user_id IN (${Prisma.join(ids)})
  GROUP BY c.user_id${grouped ? Prisma.sql`, c.outcome` : Prisma.empty}
`;

export async function trend(unit: 'day' | 'week' | 'month', zone = 'Europe/Berlin') {
  // the unit is a value: date_trunc takes a text
  return prisma.$queryRaw<{ bucket: Date; created: number }[]>`
    SELECT date_trunc(${unit}, l."createdAt" AT TIME ZONE ${zone}) AS bucket, count(*)::int AS created
    FROM "Lead" l
    GROUP BY 1
    ORDER BY 1`;
}

export async function topSellers(direction: 'asc' | 'desc' = 'desc', limit = 10) {
  const order = Prisma.raw(direction === 'asc' ? 'ASC' : 'DESC');
  return prisma.$queryRaw<{ displayName: string; wonCents: bigint }[]>`
    SELECT u."displayName", sum(d."amountCents") AS "wonCents"
    FROM "User" u INNER JOIN "Deal" d ON d."ownerId" = u."id" AND d."status" = 'WON'
    GROUP BY u."id"
    ORDER BY sum(d."amountCents") ${order}
    LIMIT ${limit}
  `.then((rows: any) => rows.map((r: any) => ({ name: r.displayName, cents: r.wonCents })));
}

export async function dashboard(teamId: string) {
  const members = Prisma.sql`SELECT u."id" FROM "User" u WHERE u."teamId" = ${teamId} AND u."isActive"`;
  const [events, calls] = await Promise.all([
    prisma.$queryRaw<Kpi[]>`SELECT count(*)::int AS "value" FROM "CalendlyEvent" e WHERE e."hostId" IN (${members})`,
    prisma.$queryRaw<Kpi[]>`SELECT count(*)::int AS "value" FROM call_log c WHERE c.user_id IN (${members}) AND c.outcome = 'reached'`,
  ]);
  return { events: events[0]?.value, calls: calls[0]?.value };
}

export async function refreshRevenue() {
  await prisma.$executeRaw`REFRESH MATERIALIZED VIEW CONCURRENTLY "MonthlyRevenue"`;
  await prisma.$executeRawUnsafe('CALL "recalculateGoal"($1, $2::date)', 'u1', '2026-01-01');
}
