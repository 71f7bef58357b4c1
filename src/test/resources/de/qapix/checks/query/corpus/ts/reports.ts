import { query } from './db';

/** Statements as arrays of lines. */
export async function revenueByMonth(year: number, ownerId?: string) {
  const lines = [
    'SELECT r."monthStart", sum(r."revenueCents") AS "revenueCents"',
    'FROM "MonthlyRevenue" r',
    'WHERE extract(year FROM r."monthStart") = $1',
  ];
  if (ownerId) lines.push('AND r."ownerId" = $2');
  lines.push('GROUP BY r."monthStart"', 'ORDER BY r."monthStart"');
  const rows = await query<{ monthStart: Date; revenueCents: string }>(lines.join('\n'), ownerId ? [year, ownerId] : [year]);
  return rows.map((r) => ({ month: r.monthStart, cents: Number(r.revenueCents) }));
}

export const noShowRate = () =>
  query(
    [
      'SELECT e."hostId", u."displayName",',
      '       avg(CASE WHEN e."status" = \'no_show\' THEN 1.0 ELSE 0 END) AS "noShowRate"',
      'FROM "CalendlyEvent" e',
      'JOIN "User" u ON u."id" = e."hostId"',
      'WHERE e."endTime" < now()',
      'GROUP BY e."hostId", u."displayName"',
    ].join(' '),
  );

export function funnel(pipelineId: string) {
  const parts: string[] = [];
  parts.push('WITH counted AS (');
  parts.push('  SELECT s."id", s."stageName", s."sortOrder", count(d."id") AS "dealCount"');
  parts.push('  FROM "PipelineStage" s LEFT JOIN "Deal" d ON d."stageId" = s."id"');
  parts.push('  WHERE s."pipelineId" = $1');
  parts.push('  GROUP BY s."id"');
  parts.push(')');
  parts.push('SELECT c."stageName", c."dealCount", lag(c."dealCount") OVER (ORDER BY c."sortOrder") AS "previousCount"');
  parts.push('FROM counted c ORDER BY c."sortOrder"');
  return query(parts.join(' '), [pipelineId]);
}

export async function activityReport(groupBy: 'user' | 'type', from: Date) {
  const key = groupBy === 'user' ? 'ca."userId"' : 'ca."activityType"';
  return query(`SELECT ${key} AS "groupKey", count(*) AS "activityCount" FROM "CustomActivity" ca WHERE ca."dateCreated" >= $1 GROUP BY ${key}`, [from]);
}

const MEASURES = {
  calls: 'sum(c.duration_seconds)',
  count: 'count(*)',
} as const;

export async function callReport(measure: keyof typeof MEASURES) {
  return query(`
    SELECT date_trunc('week', c.started_at) AS week, ${MEASURES[measure]} AS measured
    FROM call_log c
    GROUP BY 1
    ORDER BY 1`);
}

export async function goalReport(month: string, withManager = false) {
  const select = ['u."displayName"', 'g."targetCents"', 'g."achievedCents"'];
  const joins = ['JOIN "User" u ON u."id" = g."userId"'];
  if (withManager) {
    select.push('m."displayName" AS "managerName"');
    joins.push('LEFT JOIN "User" m ON m."id" = u."managerId"');
  }
  return query(`SELECT ${select.join(', ')} FROM "MonthlyGoal" g ${joins.join(' ')} WHERE g."monthStart" = $1::date`, [month]);
}

export async function sourceReport(minimum?: number) {
  const having = minimum === undefined ? '' : `HAVING count(*) >= ${Math.trunc(minimum)}`;
  const sql =
    `SELECT l."leadSource", count(*) AS leads, count(d."id") AS deals, ` +
    `round(100.0 * count(d."id") / count(*), 1) AS "percentDeals" ` +
    `FROM "Lead" l LEFT JOIN "Deal" d ON d."leadId" = l."id" ` +
    `GROUP BY l."leadSource" ${having} ORDER BY 2 DESC`;
  return query(sql);
}
