-- MERGE and the more unusual writes. Parameters: :name

MERGE INTO "MonthlyGoal" AS g
USING (SELECT :userId::text AS "userId", :month::date AS "monthStart", :cents::bigint AS cents) AS s
   ON g."userId" = s."userId" AND g."monthStart" = s."monthStart"
WHEN MATCHED THEN
  UPDATE SET "targetCents" = s.cents
WHEN NOT MATCHED THEN
  INSERT ("userId", "monthStart", "targetCents") VALUES (s."userId", s."monthStart", s.cents);

MERGE INTO "CustomActivity" ca
USING "CalendlyEvent" e
   ON lower(e."inviteeEmail") = lower(ca."leadEmail") AND ca."dateCreated" BETWEEN e."startTime" AND e."endTime" + interval '2 hours'
WHEN MATCHED AND ca."calendlyEventId" IS NULL THEN
  UPDATE SET "calendlyEventId" = e."id", "matchedAt" = now(), "matchConfidence" = 0.9
WHEN MATCHED AND ca."matchConfidence" < 0.2 THEN
  DELETE
WHEN MATCHED THEN
  DO NOTHING;

MERGE INTO "Tag" t
USING (VALUES ('vip'), (:extra)) AS v(label) ON t."label" = v.label
WHEN NOT MATCHED THEN INSERT ("label") VALUES (v.label);

WITH incoming AS (
  SELECT i."closeLeadId", i."firstName", i."lastName", i."email"
  FROM jsonb_to_recordset(:rows::jsonb) AS i("closeLeadId" text, "firstName" text, "lastName" text, "email" text)
)
MERGE INTO "Lead" l
USING incoming i ON l."closeLeadId" = i."closeLeadId"
WHEN MATCHED AND (l."firstName", l."lastName") IS DISTINCT FROM (i."firstName", i."lastName") THEN
  UPDATE SET "firstName" = i."firstName", "lastName" = i."lastName"
WHEN NOT MATCHED AND i."email" IS NOT NULL THEN
  INSERT ("id", "updatedAt", "closeLeadId", "firstName", "lastName", "email")
  VALUES ('lead_' || i."closeLeadId", now(), i."closeLeadId", i."firstName", i."lastName", i."email");

INSERT INTO "MonthlyGoal" ("userId", "monthStart", "targetCents", "targetCalls")
SELECT u."id", m.month::date, 5000000, CASE u."role" WHEN 'SETTER' THEN 200 ELSE 50 END
FROM "User" u
CROSS JOIN generate_series(date_trunc('year', :day::timestamp), date_trunc('year', :day::timestamp) + interval '11 months', '1 month') AS m(month)
WHERE u."isActive"
ON CONFLICT ("userId", "monthStart") DO UPDATE SET "targetCents" = "MonthlyGoal"."targetCents" + EXCLUDED."targetCents";

INSERT INTO "DealItem" ("dealId", "lineNumber", "productName", "unitPriceCents")
VALUES (:dealId, (SELECT coalesce(max(i."lineNumber"), 0) + 1 FROM "DealItem" i WHERE i."dealId" = :dealId), :productName, :price)
RETURNING "lineNumber", "lineTotalCents";

INSERT INTO audit_log ("entityType", "entityId", after_row)
SELECT 'Lead', l."id", to_jsonb(l.*) FROM "Lead" l WHERE l."updatedAt" >= :since ORDER BY l."updatedAt" LIMIT 1000
RETURNING id, "entityId";

WITH ranked AS MATERIALIZED (
  SELECT "id", row_number() OVER (PARTITION BY lower("email") ORDER BY "createdAt") AS nr FROM "Lead" WHERE "email" IS NOT NULL
)
UPDATE "Lead" SET "deletedAt" = now() FROM ranked WHERE ranked."id" = "Lead"."id" AND ranked.nr > 1;

WITH moved AS (
  UPDATE "Deal" SET "stageId" = :toStage, "stageHistory" = "stageHistory" || jsonb_build_array(jsonb_build_object('stageId', "stageId", 'movedAt', now()))
  WHERE "stageId" = :fromStage AND "id" IN (SELECT d2."id" FROM "Deal" d2 WHERE d2."stageId" = :fromStage ORDER BY d2."createdAt" LIMIT 10 FOR UPDATE SKIP LOCKED)
  RETURNING "id", "title", "amountCents"
)
SELECT m."id", m."title", sum(m."amountCents") OVER () AS "movedCents" FROM moved m;

UPDATE "Deal" AS d
SET "amountCents" = totals.cents
FROM (SELECT i."dealId", sum(i."lineTotalCents")::bigint AS cents FROM "DealItem" i GROUP BY i."dealId") AS totals
WHERE totals."dealId" = d."id" AND d."amountCents" IS DISTINCT FROM totals.cents AND d."ownerId" = :ownerId;

DELETE FROM "CustomActivity" ca
USING "CustomActivity" newer
WHERE ca."leadId" = newer."leadId" AND ca."activityType" = newer."activityType" AND ca."dateCreated" < newer."dateCreated" AND newer."createdAt" < :before;

DELETE FROM call_log WHERE ctid = ANY (ARRAY(SELECT c.ctid FROM call_log c WHERE c.started_at < :before ORDER BY c.id LIMIT 500));

DELETE FROM "Tag" t WHERE NOT EXISTS (SELECT FROM "_DealToTag" x WHERE x."B" = t."id") AND t."label" <> :keep RETURNING t.*, t.ctid;
