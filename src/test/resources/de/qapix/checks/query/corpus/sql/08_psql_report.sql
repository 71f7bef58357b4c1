-- To be run with psql: psql -v month=2026-01-01 -v owner="O'Neil" -f 08_psql_report.sql
\set ON_ERROR_STOP on
\pset pager off
\timing off
\if :{?month}
\else
  \set month '2026-01-01'
\endif
\set owner u1
\set tbl Deal
\echo Report for :month

SELECT count(*) AS "wonDeals", sum(d."amountCents") AS "wonCents"
  FROM "Deal" d
 WHERE d."status" = 'WON'
   AND date_trunc('month', d."closedAt")::date = :'month'::date;

\echo 'it''s the owner''s list'
SELECT d."id", d."title" FROM :"tbl" d WHERE d."ownerId" = :'owner' ORDER BY d."createdAt" \g

SELECT max("sortOrder") AS highest, min("sortOrder") AS lowest FROM "PipelineStage" \gset stage_
\echo :stage_highest

SELECT u."id", u."displayName", u."settings" FROM "User" u LIMIT 1 \gx

\copy (SELECT l."id", l."email" FROM "Lead" l WHERE l."doNotContact") to '/dev/null' csv header

SELECT format('SELECT count(*) FROM %I', t) FROM unnest(ARRAY['Lead', 'Deal']) AS t \gexec

\x on
SELECT g."userId", g."targetCents" FROM "MonthlyGoal" g WHERE g."monthStart" = :'month';
\x off

\d "Lead"
SELECT c.outcome, c.user_id, count(*) AS calls FROM call_log c GROUP BY c.outcome, c.user_id
\crosstabview outcome user_id calls
\df search_leads
SELECT s."stageName" FROM "PipelineStage" s WHERE s."sortOrder" = 1; SELECT p."name" FROM "Pipeline" p WHERE p."isDefault";
BEGIN;
UPDATE "Pipeline" SET "archivedAt" = NULL WHERE "isDefault";
ROLLBACK;
