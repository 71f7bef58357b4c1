import { pool, prisma } from './db';

/** What comes out of a query is used by its alias: a renamed alias would break it as well. */
export async function userStats(userId: string) {
  const { rows: [row] } = await pool.query(
    `SELECT count(*)                                          AS "totalEvents",
            count(*) FILTER (WHERE e."status" = 'canceled')   AS "canceledEvents",
            count(*) FILTER (WHERE e."status" = 'no_show')    AS "noShowEvents",
            min(e."startTime")                                AS "firstEventAt"
       FROM "CalendlyEvent" e
      WHERE e."hostId" = $1`,
    [userId],
  );
  return { total: Number(row?.totalEvents), canceled: Number(row?.canceledEvents), rate: row?.noShowEvents / row?.totalEvents, first: row?.firstEventAt };
}

export async function teamStats(teamId: string) {
  const result = await prisma.$queryRaw<{ userId: string; openDeals: bigint; reachRate: number | null }[]>`
    WITH members AS (SELECT u."id" AS "userId" FROM "User" u WHERE u."teamId" = ${teamId}),
    deals AS (SELECT d."ownerId", count(*) AS "openDeals" FROM "Deal" d WHERE d."status" = 'OPEN' GROUP BY 1),
    calls AS (SELECT s.user_id, sum(s.reached_calls)::float8 / nullif(sum(s.total_calls), 0) AS rate FROM daily_call_stats s GROUP BY 1)
    SELECT m."userId", coalesce(d."openDeals", 0) AS "openDeals", c.rate AS "reachRate"
    FROM members m
    LEFT JOIN deals d ON d."ownerId" = m."userId"
    LEFT JOIN calls c ON c.user_id = m."userId"`;
  const out: Record<string, string> = {};
  for (const { userId, openDeals, reachRate } of result) out[userId] = `${openDeals}/${reachRate?.toFixed(2) ?? '-'}`;
  return out;
}

export async function conversion(days = 90) {
  const r = await pool.query<{ leads: string; withEvent: string; withDeal: string }>(
    `SELECT count(*) AS leads,
            count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "CalendlyEvent" e WHERE e."leadId" = l."id")) AS "withEvent",
            count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Deal" d WHERE d."leadId" = l."id")) AS "withDeal"
     FROM "Lead" l WHERE l."createdAt" > now() - make_interval(days => $1)`, [days]);
  const [{ leads, withEvent, withDeal } = { leads: '0', withEvent: '0', withDeal: '0' }] = r.rows;
  return [+leads, +withEvent, +withDeal];
}

export const heatmap = async () =>
  (await pool.query(`
    SELECT extract(isodow FROM e."startTime")::int AS weekday, extract(hour FROM e."startTime")::int AS hour, count(*)::int AS events
    FROM "CalendlyEvent" e GROUP BY GROUPING SETS ((1, 2), (1))
  `)).rows.reduce((m: any, { weekday, hour, events }) => ({ ...m, [`${weekday}-${hour ?? 'all'}`]: events }), {});

export const percentiles = () => prisma.$queryRaw<[{ p50: number; p95: number }]>`
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_seconds) AS p50,
         percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_seconds) AS p95
  FROM call_log WHERE outcome = 'reached'`.then(([{ p50, p95 } = { p50: 0, p95: 0 }]) => ({ p50, p95 }));

export const cohorts = () => pool.query({
  text: `
    SELECT to_char(l."createdAt", 'YYYY-MM') AS cohort,
           count(DISTINCT l."id")             AS "cohortSize",
           sum(d."amountCents") FILTER (WHERE d."closedAt" < l."createdAt" + interval '90 days') AS "earlyCents"
      FROM "Lead" l
      LEFT JOIN "Deal" d ON d."leadId" = l."id" AND d."status" = 'WON'
     GROUP BY 1
     ORDER BY 1
  `,
}).then(({ rows }) => rows.map((r) => ({ ...r, share: r.earlyCents / r.cohortSize })));
