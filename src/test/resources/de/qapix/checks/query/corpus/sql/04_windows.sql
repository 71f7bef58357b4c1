-- Reports with window functions and grouping. Parameters: ?   ('?' in a string, "who?" as a name and ? in a comment are none)

SELECT d."ownerId",
       d."closedAt",
       sum(d."amountCents") OVER (PARTITION BY d."ownerId" ORDER BY d."closedAt" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "runningCents",
       rank() OVER w AS "rankInMonth"
FROM "Deal" d
WHERE d."status" = 'WON' AND d."closedAt" >= ?
WINDOW w AS (PARTITION BY date_trunc('month', d."closedAt") ORDER BY d."amountCents" DESC);

SELECT e."id", e."startTime",
       lag(e."startTime") OVER (PARTITION BY e."hostId" ORDER BY e."startTime")       AS "previousStart",
       e."startTime" - lag(e."endTime", 1) OVER (PARTITION BY e."hostId" ORDER BY e."startTime") AS pause,
       lead(e."eventTypeName", 1, 'none?') OVER (ORDER BY e."startTime")              AS "nextType"
  FROM "CalendlyEvent" e
 WHERE e."hostId" = ?;

SELECT * FROM (
  SELECT c.lead_id, c.started_at, c.outcome, row_number() OVER (PARTITION BY c.lead_id ORDER BY c.started_at DESC) AS rn
  FROM call_log c
) AS numbered
WHERE rn <= ? AND lead_id = ?;

SELECT coalesce(l."leadSource", 'all') AS "leadSource", d."status", count(*) AS deals, grouping(l."leadSource", d."status") AS level
FROM "Deal" d JOIN "Lead" l ON l."id" = d."leadId"
WHERE d."createdAt" >= ?
GROUP BY GROUPING SETS ((l."leadSource", d."status"), (l."leadSource"), ())
ORDER BY level, 1, 2;

SELECT s."pipelineId", s."stageName", extract(year from d."createdAt")::int AS "year", sum(d."amountCents")
FROM "Deal" d JOIN "PipelineStage" s ON s."id" = d."stageId"
GROUP BY CUBE (s."pipelineId", s."stageName"), "year" HAVING sum(d."amountCents") > ?;

SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY d."amountCents") AS "medianCents",
       percentile_disc(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY d."amountCents") AS quartiles,
       mode() WITHIN GROUP (ORDER BY d."currencyCode") AS "usualCurrency"
FROM "Deal" d WHERE d."ownerId" = ?;

SELECT u."displayName" AS "who?", ntile(4) OVER (ORDER BY sum(c.duration_seconds)) AS quartile
FROM "User" u JOIN call_log c ON c.user_id = u."id"
WHERE c.started_at BETWEEN ? AND ?
GROUP BY u."id";

WITH days AS (
  SELECT day::date FROM generate_series(?::date, ?::date, interval '1 day') AS day
), booked AS (
  SELECT e."startTime"::date AS day, count(*) AS "bookedCount", count(*) FILTER (WHERE e."status" = 'no_show') AS "noShowCount"
  FROM "CalendlyEvent" e
  GROUP BY 1
)
SELECT days.day, coalesce(b."bookedCount", 0) AS "bookedCount", coalesce(b."noShowCount", 0) AS "noShowCount",
       avg(coalesce(b."bookedCount", 0)) OVER (ORDER BY days.day ROWS 6 PRECEDING) AS "movingAverage"
FROM days LEFT JOIN booked b ON b.day = days.day
ORDER BY days.day;

SELECT first_value("amountCents") OVER w AS first, last_value("amountCents") OVER w AS last, nth_value("amountCents", 2) OVER w AS second,
       cume_dist() OVER w, percent_rank() OVER w
FROM "Deal" WHERE "ownerId" = ?
WINDOW w AS (PARTITION BY "stageId" ORDER BY "createdAt" RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE TIES);

SELECT date_trunc('week', c.started_at) AS week, c.outcome, count(*)
FROM call_log c
WHERE c.user_id = ? AND c.started_at > now() - ?::interval
GROUP BY 1, 2
ORDER BY 1 DESC, count(*) DESC;

SELECT corr(l."leadScore", d."amountCents"), regr_slope(d."amountCents", l."leadScore"), stddev_samp(d."amountCents"), covar_pop(l."leadScore", d."amountCents")
FROM "Deal" d JOIN "Lead" l ON l."id" = d."leadId" WHERE d."status" = ?::"DealStatus";

SELECT "ownerName", "stageName", "weightedCents", dense_rank() OVER (PARTITION BY "ownerName" ORDER BY "weightedCents" DESC)
FROM "DealOverview" WHERE "weightedCents" > ? AND "title" NOT LIKE '%?%';

SELECT m."monthStart", m."revenueCents", m."revenueCents" - lag(m."revenueCents", 12) OVER (PARTITION BY m."ownerId" ORDER BY m."monthStart") AS "yearOnYear"
FROM "MonthlyRevenue" m WHERE m."ownerId" = ?;

SELECT width_bucket(d."amountCents"::numeric, 0, 10000000, 10) AS bucket, count(*), min(d."amountCents"), max(d."amountCents")
FROM "Deal" d WHERE d."createdAt" >= ? GROUP BY bucket ORDER BY bucket;

SELECT call_date, total_calls, reached_calls::float / nullif(total_calls, 0) AS "reachRate",
       sum(total_calls) OVER (ORDER BY call_date GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS nearby
FROM daily_call_stats WHERE user_id = ?;
