-- Views, functions, a procedure and a trigger of the dashboard.

CREATE VIEW "DealOverview" AS
SELECT d."id"                             AS "dealId",
       d."title",
       d."status",
       d."amountCents",
       d."netCents",
       d."expectedCloseDate",
       l."id"                             AS "leadId",
       l."fullName"                       AS "leadFullName",
       l."email"                          AS "leadEmail",
       u."displayName"                    AS "ownerName",
       s."stageName",
       s."winProbability",
       (d."amountCents" * s."winProbability")::bigint AS "weightedCents"
  FROM "Deal" d
  JOIN "Lead" l ON l."id" = d."leadId"
  JOIN "PipelineStage" s ON s."id" = d."stageId"
  LEFT JOIN "User" u ON u."id" = d."ownerId";

CREATE VIEW daily_call_stats AS
SELECT user_id,
       (started_at AT TIME ZONE 'Europe/Berlin')::date AS call_date,
       count(*)                                        AS total_calls,
       count(*) FILTER (WHERE outcome = 'reached')     AS reached_calls,
       sum(duration_seconds)                           AS talk_seconds
  FROM call_log
 GROUP BY 1, 2;

CREATE MATERIALIZED VIEW "MonthlyRevenue" AS
SELECT date_trunc('month', d."closedAt")::date AS "monthStart",
       d."ownerId",
       sum(d."amountCents")                    AS "revenueCents",
       count(*)                                AS "dealCount"
  FROM "Deal" d
 WHERE d."status" = 'WON' AND d."closedAt" IS NOT NULL
 GROUP BY 1, 2;
CREATE UNIQUE INDEX "MonthlyRevenue_monthStart_ownerId_key" ON "MonthlyRevenue" ("monthStart", "ownerId");

CREATE FUNCTION "leadTemperature"(score integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE WHEN score >= 80 THEN 'hot' WHEN score >= 40 THEN 'warm' ELSE 'cold' END
$$;

CREATE FUNCTION search_leads(query_text text, max_rows integer DEFAULT 20)
RETURNS TABLE ("leadId" text, "fullName" text, rank real)
LANGUAGE sql STABLE AS $$
  SELECT l."id", l."fullName", ts_rank(l."searchVector", websearch_to_tsquery('simple', query_text))
    FROM "Lead" l
   WHERE l."searchVector" @@ websearch_to_tsquery('simple', query_text)
     AND l."deletedAt" IS NULL
   ORDER BY 3 DESC
   LIMIT max_rows
$$;

CREATE FUNCTION business_days(from_date date, to_date date) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
  SELECT count(*)::integer
    FROM generate_series(from_date::timestamp, to_date::timestamp, interval '1 day') AS g(day)
   WHERE extract(isodow FROM g.day) < 6
$$;

CREATE PROCEDURE "recalculateGoal"(goal_user_id text, goal_month date)
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "MonthlyGoal" g
     SET "achievedCents" = coalesce((SELECT sum(d."amountCents")
                                       FROM "Deal" d
                                      WHERE d."ownerId" = goal_user_id
                                        AND d."status" = 'WON'
                                        AND date_trunc('month', d."closedAt")::date = goal_month), 0)
   WHERE g."userId" = goal_user_id
     AND g."monthStart" = goal_month;
END
$$;

CREATE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW."updatedAt" := CURRENT_TIMESTAMP;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Lead_touch" BEFORE UPDATE ON "Lead" FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER "Deal_touch" BEFORE UPDATE ON "Deal" FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
