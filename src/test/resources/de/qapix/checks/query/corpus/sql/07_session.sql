-- A session: settings, transactions, temporary objects and their use, cursors, COPY, EXPLAIN, CALL.

SET TimeZone = 'UTC';
SET LOCAL statement_timeout = '5s';
SHOW search_path;

BEGIN ISOLATION LEVEL REPEATABLE READ;
SAVEPOINT before_temp;

CREATE TEMP TABLE import_rows (
  row_number    integer,
  "eventUri"    text,
  "inviteeMail" text,
  starts        timestamp
) ON COMMIT DROP;

INSERT INTO import_rows VALUES (1, 'https://api.calendly.com/scheduled_events/A1', 'anna@example.com', '2026-02-01 09:00');

CREATE INDEX ON import_rows ("eventUri");

ANALYZE import_rows;

SELECT r.row_number, r."eventUri", e."id" AS "knownId"
FROM import_rows r LEFT JOIN "CalendlyEvent" e ON e."calendlyEventUri" = r."eventUri"
WHERE r."inviteeMail" IS NOT NULL;

UPDATE import_rows r SET starts = e."startTime" FROM "CalendlyEvent" e WHERE e."calendlyEventUri" = r."eventUri";

ALTER TABLE import_rows ADD COLUMN "leadId" text;

UPDATE import_rows SET "leadId" = (SELECT l."id" FROM "Lead" l WHERE l."email" = import_rows."inviteeMail" LIMIT 1);

CREATE TEMPORARY TABLE "hotLeads" AS SELECT l."id" AS "hotLeadId", l."leadScore" FROM "Lead" l WHERE "leadTemperature"(l."leadScore") = 'hot';

SELECT h."hotLeadId", d."title" FROM "hotLeads" h JOIN "Deal" d ON d."leadId" = h."hotLeadId" ORDER BY h."leadScore";

SELECT l."id", l."leadScore" INTO TEMP cold_leads FROM "Lead" l WHERE l."leadScore" < 10;

DELETE FROM cold_leads WHERE "leadScore" < 0;

CREATE TEMP VIEW open_deals AS SELECT d."id", d."title", d."amountCents" FROM "Deal" d WHERE d."status" = 'OPEN';

SELECT sum(o."amountCents") FROM open_deals o;

CREATE FUNCTION pg_temp.cents_to_euro(cents bigint) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT cents / 100.0 $$;

SELECT d."title", pg_temp.cents_to_euro(d."amountCents") AS euro FROM "Deal" d;

DECLARE due_events NO SCROLL CURSOR FOR SELECT e."id", e."endTime" FROM "CalendlyEvent" e WHERE e."endTime" < now() ORDER BY e."endTime";
FETCH 100 FROM due_events;
MOVE FORWARD 10 IN due_events;
CLOSE due_events;

COPY (SELECT u."id", u."email", u."lastLoginAt" FROM "User" u WHERE u."isActive" ORDER BY u."email") TO STDOUT WITH (FORMAT csv, HEADER true);
COPY "Lead" ("id", "firstName", "lastName", "email") TO STDOUT;

EXPLAIN SELECT * FROM "Deal" WHERE "ownerId" = 'u1' AND "status" = 'OPEN';
EXPLAIN (COSTS OFF, FORMAT JSON) UPDATE "Deal" SET "lostReason" = 'price' WHERE "id" = 'd1';

CALL "recalculateGoal"('u1', date '2026-01-01');
CALL "recalculateGoal"(goal_month => current_date, goal_user_id => 'u2');

PREPARE lead_by_mail (text) AS SELECT l."id", l."fullName" FROM "Lead" l WHERE l."email" = $1;
EXECUTE lead_by_mail('anna@example.com');
DEALLOCATE lead_by_mail;

LOCK TABLE "MonthlyGoal" IN SHARE ROW EXCLUSIVE MODE;
NOTIFY lead_changed, 'l1';
LISTEN lead_changed;
SELECT pg_advisory_xact_lock(hashtext('sync')), txid_current(), pg_backend_pid();
SELECT set_config('app.user_id', 'u1', true), current_setting('app.user_id', true);

TRUNCATE import_rows, "hotLeads";
DROP TABLE import_rows;
ROLLBACK TO SAVEPOINT before_temp;
RELEASE SAVEPOINT before_temp;
REFRESH MATERIALIZED VIEW "MonthlyRevenue";
COMMIT AND NO CHAIN;
RESET TimeZone;
