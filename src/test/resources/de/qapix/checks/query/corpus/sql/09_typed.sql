-- In the way of Prisma's TypedSQL: typed parameters are declared in comments above the query. Parameters: $1 $2 …

-- name: eventsOfHost
-- @param {String} $1:hostEmail The host's address
-- @param {DateTime} $2:from
-- @param {DateTime} $3:to? until when; may be missing
SELECT e."id", e."startTime", e."endTime", e."status"::text AS status
FROM "CalendlyEvent" e
WHERE e."hostEmail" = $1 AND e."startTime" >= $2 AND ($3::timestamp IS NULL OR e."startTime" < $3);

-- name: leadsWithMinimum
-- @param {Int} $1:minimum
SELECT l."id", l."fullName" AS "fullName!", l."email" AS "email?" FROM "Lead" l WHERE l."leadScore" >= $1;

-- name: dealById :one
SELECT d.*, u."displayName" AS "ownerName" FROM "Deal" d LEFT JOIN "User" u ON u."id" = d."ownerId" WHERE d."id" = $1;

-- name: dealsByIds :many
SELECT "id", "title", "status", "amountCents" FROM "Deal" WHERE "id" = ANY($1::text[]) ORDER BY array_position($1, "id");

-- name: activitiesOfEvent :many
SELECT ca."id", ca."activityType", ca."resultValue", ca."matchConfidence"
FROM "CustomActivity" ca
WHERE ca."calendlyEventId" = $1
ORDER BY ca."matchConfidence" DESC NULLS LAST;

-- name: unmatchedActivities :many
SELECT ca."id", ca."leadEmail", ca."dateCreated"
FROM "CustomActivity" ca
WHERE ca."calendlyEventId" IS NULL AND ca."dateCreated" > now() - make_interval(days => $1)
LIMIT $2::int OFFSET coalesce($3, 0);

-- name: countByType
SELECT ca."activityType", count(*)::int AS "activityCount", count(ca."calendlyEventId")::int AS "matchedCount"
FROM "CustomActivity" ca GROUP BY ca."activityType" ORDER BY 2 DESC;

-- name: markNoShow :execrows
UPDATE "CalendlyEvent" SET "status" = 'no_show', "updatedAt" = now() WHERE "id" = $1 AND "endTime" < now();

-- name: createNote :one
INSERT INTO "LeadNote" ("leadId", "authorId", "body", "isPinned") VALUES ($1, $2, $3, coalesce($4, false)) RETURNING "id", "createdAt";

-- name: goalProgress :one
SELECT g."userId", g."targetCents", g."achievedCents", (g."achievedCents"::numeric / nullif(g."targetCents", 0)) AS ratio
FROM "MonthlyGoal" g WHERE g."userId" = $1 AND g."monthStart" = date_trunc('month', $2::date);

-- name: callsPerHour :many
SELECT date_part('hour', c.started_at AT TIME ZONE $2)::int AS "hourOfDay", count(*)::int AS calls
FROM call_log c WHERE c.user_id = $1 GROUP BY 1 ORDER BY 1;

-- name: lastSync :one
SELECT s.id, s.started_at, s.finished_at, s.cursor ->> 'after' AS "after" FROM sync_runs s WHERE s.source = $1 ORDER BY s.started_at DESC LIMIT 1;

-- name: finishSync :exec
UPDATE sync_runs SET finished_at = now(), row_count = $2, error_text = nullif($3, ''), cursor = $4::jsonb WHERE id = $1::uuid;

-- name: historyOf :many
SELECT a.happened_at, a.changed_by, a.before_row -> 'status' AS "statusBefore", a.after_row -> 'status' AS "statusAfter"
FROM audit_log a WHERE a."entityType" = $1 AND a."entityId" = $2 AND a.happened_at >= $3;

-- name: appliedMigrations :many
SELECT c.relname::text AS "tableName", a.attname::text AS "columnName", pg_catalog.format_type(a.atttypid, a.atttypmod) AS "dataType"
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
WHERE c.relname = $1 AND a.attnum > 0 AND NOT a.attisdropped;

-- name: columnsOf :many
SELECT column_name, data_type, is_nullable = 'YES' AS "isNullable" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1;
