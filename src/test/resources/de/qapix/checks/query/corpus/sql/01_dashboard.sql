-- Start page of the dashboard. Parameters: :name

-- what happens today
SELECT e."id",
       e."startTime",
       e."endTime",
       e."eventTypeName",
       coalesce(l."fullName", e."inviteeName") AS "leadName",
       u."displayName"                         AS "hostName"
  FROM "CalendlyEvent" e
  LEFT JOIN "Lead" l ON l."id" = e."leadId"
  LEFT JOIN "User" u ON u."id" = e."hostId"
 WHERE e."startTime" >= :dayStart
   AND e."startTime" < :dayStart::timestamp + interval '1 day'
   AND e."status" = 'active'
 ORDER BY e."startTime";

-- the same name twice, once with a cast
select count(*) as "openDeals", sum("amountCents") as "openCents"
from "Deal"
where status = 'OPEN'
  and (:ownerId::text is null or "ownerId" = :ownerId);

SELECT "stageName", "sortOrder", count(d."id") AS deals, coalesce(sum(d."amountCents"), 0) AS cents
FROM "PipelineStage" s LEFT JOIN "Deal" d ON d."stageId" = s."id" AND d."status" = 'OPEN'
WHERE s."pipelineId" = :pipelineId
GROUP BY s."id"
HAVING count(d."id") >= :minimum
ORDER BY "sortOrder";

SELECT DISTINCT ON (ca."leadId") ca."leadId", ca."activityType", ca."resultValue", ca."dateCreated"
  FROM "CustomActivity" ca
 WHERE ca."dateCreated" BETWEEN :from AND :to
 ORDER BY ca."leadId", ca."dateCreated" DESC NULLS LAST;

-- all of a row
SELECT * FROM "DealOverview" WHERE "leadId" = :leadId ORDER BY "weightedCents" DESC;

SELECT ov.*, d."stageHistory" -> 0 ->> 'stageId' AS "firstStage"
FROM "DealOverview" AS ov
INNER JOIN "Deal" AS d USING (title)
WHERE ov."status" IN ('OPEN', 'ON_HOLD');

SELECT u."id", u."displayName",
       (SELECT max(c.started_at) FROM call_log c WHERE c.user_id = u."id")          AS "lastCallAt",
       EXISTS (SELECT FROM "Deal" d WHERE d."ownerId" = u."id" AND d."status" = 'OPEN') AS "hasOpenDeals"
  FROM "User" u
 WHERE u."isActive"
   AND u."role" = ANY (:roles::"UserRole"[])
 ORDER BY "lastCallAt" DESC NULLS LAST
 LIMIT :limit OFFSET :offset;

SELECT t."name" AS "teamName", m."displayName" AS "memberName", boss."displayName" AS "managerName"
FROM "Team" t
  JOIN "User" m ON (m."teamId" = t."id")
  LEFT OUTER JOIN "User" boss ON (boss."id" = m."managerId")
WHERE t."id" = :teamId;

-- full join of two sources by day; no colon in '10:30' and in "a:b" is a parameter
SELECT coalesce(calls.call_date, meetings.day) AS day,
       calls.total_calls                        AS "totalCalls",
       meetings."meetingCount",
       '10:30'                                  AS "a:b"
FROM (SELECT call_date, sum(total_calls) AS total_calls FROM daily_call_stats GROUP BY call_date) AS calls
FULL JOIN (SELECT "startTime"::date AS day, count(*) AS "meetingCount" FROM "CalendlyEvent" GROUP BY 1) AS meetings
       ON meetings.day = calls.call_date
WHERE coalesce(calls.call_date, meetings.day) >= :since::date;

SELECT l."id", l."fullName", latest."startTime", latest."eventTypeName"
  FROM "Lead" l
 CROSS JOIN LATERAL (
       SELECT e."startTime", e."eventTypeName"
         FROM "CalendlyEvent" e
        WHERE e."leadId" = l."id"
        ORDER BY e."startTime" DESC
        LIMIT 1) AS latest
 WHERE l."ownerId" = :ownerId;

SELECT s."leadId", s."fullName", s.rank FROM search_leads(:q, 10) AS s WHERE s.rank > 0.01;

-- an array slice has a colon too
SELECT "id", "phoneNumbers"[1] AS "mainNumber", "phoneNumbers"[2:3] AS "otherNumbers" FROM "User" WHERE "email" = lower(:email);

SELECT * FROM (VALUES ('hot', 80), ('warm', 40), ('cold', 0)) AS t(label, "minScore")
WHERE t."minScore" <= :score::int ORDER BY 2 DESC FETCH FIRST 1 ROW ONLY;

SELECT r."monthStart", sum(r."revenueCents") AS "revenueCents", sum(r."dealCount")::int AS "dealCount"
FROM "MonthlyRevenue" r GROUP BY ROLLUP (r."monthStart") ORDER BY 1;

TABLE "Pipeline";

SELECT g."targetCents" - g."achievedCents" AS "missingCents",
       round(100.0 * g."achievedCents" / nullif(g."targetCents", 0), 1) AS "percentDone"
  FROM "MonthlyGoal" g NATURAL JOIN (SELECT :userId::text AS "userId") AS me
 WHERE g."monthStart" = date_trunc('month', CURRENT_DATE)::date;
