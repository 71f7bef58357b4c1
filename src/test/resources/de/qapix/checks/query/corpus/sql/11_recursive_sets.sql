-- Recursion and set operations. Parameters: $1 …

WITH RECURSIVE chain AS (
  SELECT t."id", t."name", t."parentTeamId", 1 AS depth, ARRAY[t."id"] AS path FROM "Team" t WHERE t."id" = $1
  UNION ALL
  SELECT p."id", p."name", p."parentTeamId", c.depth + 1, c.path || p."id"
  FROM chain c JOIN "Team" p ON p."id" = c."parentTeamId"
  WHERE p."id" <> ALL (c.path)
)
SELECT "id", "name", depth FROM chain ORDER BY depth;

WITH RECURSIVE thread("noteId", "parentId", "text", level) AS (
  SELECT n."id", n."parentNoteId", n."body", 0 FROM "LeadNote" n WHERE n."leadId" = $1 AND n."parentNoteId" IS NULL
  UNION ALL
  SELECT n."id", n."parentNoteId", n."body", thread.level + 1 FROM "LeadNote" n JOIN thread ON n."parentNoteId" = thread."noteId"
) SEARCH DEPTH FIRST BY "noteId" SET ordering
SELECT "noteId", repeat('  ', level) || "text" AS line FROM thread ORDER BY ordering;

WITH RECURSIVE bosses AS (
  SELECT u."id", u."managerId" FROM "User" u WHERE u."id" = $1
  UNION
  SELECT u."id", u."managerId" FROM "User" u, bosses b WHERE u."id" = b."managerId"
) CYCLE "id" SET "isCycle" USING path
SELECT count(*) AS levels, bool_or("isCycle") AS "anyCycle" FROM bosses;

WITH RECURSIVE months(m) AS (VALUES ($1::date) UNION ALL SELECT (m + interval '1 month')::date FROM months WHERE m < $2::date)
SELECT m AS "monthStart", coalesce(r."revenueCents", 0) AS "revenueCents" FROM months LEFT JOIN "MonthlyRevenue" r ON r."monthStart" = m AND r."ownerId" = $3;

WITH RECURSIVE moved AS (
  SELECT e."id", e."rescheduledFromId", e."startTime", 0 AS times FROM "CalendlyEvent" e WHERE e."id" = $1
  UNION ALL
  SELECT e."id", e."rescheduledFromId", e."startTime", m.times + 1 FROM "CalendlyEvent" e JOIN moved m ON e."id" = m."rescheduledFromId"
)
SELECT min(moved."startTime") AS "firstStart", max(times) AS "rescheduleCount" FROM moved;

SELECT "email" AS address, 'lead' AS kind FROM "Lead" WHERE "email" IS NOT NULL
UNION
SELECT "email", 'user' FROM "User"
UNION ALL
(SELECT "inviteeEmail", 'invitee' FROM "CalendlyEvent" WHERE "inviteeEmail" IS NOT NULL ORDER BY "startTime" DESC LIMIT 10)
ORDER BY address, kind;

SELECT "leadId" FROM "CalendlyEvent" WHERE "startTime" >= $1 INTERSECT SELECT "leadId" FROM "Deal" WHERE "createdAt" >= $1;

(SELECT "id" FROM "Lead" WHERE "ownerId" = $1) EXCEPT ALL (SELECT lead_id FROM call_log WHERE user_id = $1);

SELECT x."when", x.what FROM (
  SELECT "startTime" AS "when", 'meeting' AS what, "leadId" AS lid FROM "CalendlyEvent"
  UNION ALL SELECT started_at AT TIME ZONE 'UTC', 'call', lead_id FROM call_log
  UNION ALL SELECT "dateCreated", "activityType", "leadId" FROM "CustomActivity"
  UNION ALL SELECT "createdAt", 'note', "leadId" FROM "LeadNote"
) AS x WHERE x.lid = $1 ORDER BY x."when" DESC LIMIT $2;

VALUES (1, 'one'), (2, 'two'), (3, $1) ORDER BY column1 DESC LIMIT 2;

SELECT v.code, v.label FROM (VALUES ('OPEN'::"DealStatus", 'offen'), ('WON', 'gewonnen'), ('LOST', 'verloren')) AS v(code, label) WHERE v.code = $1;

WITH t AS (TABLE "Tag"), n AS NOT MATERIALIZED (SELECT count(*) AS c FROM t)
SELECT t."label", n.c FROM t, n WHERE t."id" > $1;

WITH a AS (WITH b AS (SELECT "id" AS "innerId" FROM "Deal" WHERE "ownerId" = $1) SELECT "innerId" FROM b)
SELECT d."title" FROM "Deal" d WHERE d."id" IN (SELECT a."innerId" FROM a);

SELECT d.* FROM ("Deal" JOIN "Lead" ON "Deal"."leadId" = "Lead"."id") AS d(a, b, c) WHERE d.a = $1;

SELECT j."ownerId", j."displayName" FROM ("User" u JOIN (SELECT "ownerId", count(*) FROM "Deal" GROUP BY 1) dd ON dd."ownerId" = u."id") AS j WHERE j.count > $1;

SELECT a."teamId", b."id" FROM "User" a JOIN "Team" b ON b."id" = a."teamId" JOIN "User" c USING ("teamId") WHERE c."id" = $1 GROUP BY a."teamId", b."id";

SELECT c."id" AS "eventId", o."id" AS "overlapsWith" FROM "CalendlyEvent" c JOIN "CalendlyEvent" o ON o."hostId" = c."hostId" AND o."id" <> c."id" AND (c."startTime", c."endTime") OVERLAPS (o."startTime", o."endTime") WHERE c."hostId" = $1;

SELECT business_days(d."createdAt"::date, d."closedAt"::date) AS "workingDays", b.n FROM "Deal" d, business_days(current_date, current_date + 7) AS b(n) WHERE d."id" = $1;

SELECT * FROM "Deal" TABLESAMPLE BERNOULLI (10) REPEATABLE (42) WHERE "amountCents" > $1;

SELECT DISTINCT l."leadSource", count(*) OVER (PARTITION BY l."leadSource") AS "leadsOfSource" FROM "Lead" l WHERE l."ownerId" IS NOT DISTINCT FROM $1 ORDER BY 2 DESC FETCH NEXT 5 ROWS WITH TIES;
