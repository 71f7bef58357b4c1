-- Everything that writes. Parameters: @name   (mind the operators @>, <@, @@ and the addresses in strings)

INSERT INTO "Lead" ("id", "updatedAt", "firstName", "lastName", "email", "leadSource")
VALUES (@id, now(), @firstName, @lastName, @email, DEFAULT)
RETURNING "id", "createdAt", "fullName";

INSERT INTO "CalendlyEvent" AS ev ("id", "updatedAt", "calendlyEventUri", "startTime", "endTime", "status", "inviteeEmail")
VALUES (@id, CURRENT_TIMESTAMP, @uri, @startTime, @endTime, @status::"EventStatus", @inviteeEmail)
ON CONFLICT ("calendlyEventUri") DO UPDATE
   SET "startTime" = EXCLUDED."startTime",
       "endTime"   = EXCLUDED."endTime",
       "status"    = EXCLUDED."status",
       "updatedAt" = EXCLUDED."updatedAt"
 WHERE ev."updatedAt" < EXCLUDED."updatedAt"
RETURNING ev."id" AS "eventId", (xmax = 0) AS inserted;

INSERT INTO "CustomActivity" ("id", "closeActivityId", "activityType", "dateCreated")
SELECT 'ca_' || a."closeId", a."closeId", a.kind, a.created
FROM unnest(@closeIds::text[], @kinds::text[], @created::timestamp[]) AS a("closeId", kind, created)
ON CONFLICT DO NOTHING;

INSERT INTO "Tag" ("label") VALUES (@one), (@two), (@three)
ON CONFLICT ON CONSTRAINT "Tag_pkey" DO NOTHING;

INSERT INTO "Lead" ("id", "updatedAt", "firstName", "lastName", "email")
VALUES (@id, now(), @firstName, @lastName, 'someone@example.com')
ON CONFLICT (lower("email")) WHERE "deletedAt" IS NULL DO UPDATE SET ("firstName", "lastName") = (EXCLUDED."firstName", EXCLUDED."lastName");

INSERT INTO "_DealToTag" ("A", "B")
SELECT @dealId, t."id" FROM "Tag" t WHERE t."label" = ANY (@labels)
ON CONFLICT ("A", "B") DO NOTHING;

INSERT INTO "LeadNote" ("leadId", "authorId", "body") VALUES (@leadId, @authorId, @body) RETURNING *;

INSERT INTO call_log (user_id, lead_id, started_at, duration_seconds, outcome, "closeCallId")
VALUES (@userId, @leadId, @startedAt, @seconds, 'reached', @closeCallId)
ON CONFLICT ("closeCallId") DO UPDATE SET duration_seconds = greatest(call_log.duration_seconds, excluded.duration_seconds);

INSERT INTO "LeadNote" OVERRIDING USER VALUE SELECT * FROM "LeadNote" WHERE "leadId" = @leadId;

INSERT INTO sync_runs (source, started_at, cursor) VALUES ('calendly', DEFAULT, NULL), (lower(@source), now(), '{}');

UPDATE "Deal" SET "status" = 'WON', "closedAt" = now(), "lostReason" = NULL WHERE "id" = @dealId AND "status" <> 'WON' RETURNING "id", "netCents";

UPDATE "CalendlyEvent" e
   SET "leadId" = l."id",
       "updatedAt" = now()
  FROM "Lead" l
 WHERE e."leadId" IS NULL
   AND lower(l."email") = lower(e."inviteeEmail")
   AND e."startTime" >= @since
RETURNING e."id", l."id" AS "matchedLeadId";

UPDATE "CustomActivity" SET ("calendlyEventId", "matchedAt", "matchConfidence") = (@eventId, now(), @confidence) WHERE "closeActivityId" = @closeActivityId;

UPDATE "MonthlyGoal" g
SET ("achievedCents", "achievedCalls") =
    (SELECT coalesce(sum(d."amountCents"), 0), count(*) FROM "Deal" d WHERE d."ownerId" = g."userId" AND d."status" = 'WON')
WHERE g."monthStart" = @month::date;

UPDATE "User" SET "settings" = jsonb_set("settings", '{notifications,email}', to_jsonb(@enabled::boolean), true) WHERE "id" = @userId;

UPDATE "Lead" SET "customFields" = "customFields" || jsonb_build_object('lastCampaign', @campaign::text) - 'obsolete', "tagNames" = array_append(array_remove("tagNames", @tag), @tag)
WHERE "customFields" @> '{"newsletter": true}' AND "tagNames" <@ ARRAY['a', 'b', @tag];

UPDATE "Lead" SET "scoreHistory"[1] = @score, "homeAddress".city = @city, "homeAddress"."postalCode" = @postalCode WHERE "id" = @id;

UPDATE "Lead" SET "homeAddress" = ROW(@street, @number, @code, @city, 'DE')::"PostalAddress" WHERE "id" = @id;

UPDATE ONLY audit_log_rest SET changed_by = 'system@example.org' WHERE changed_by IS NULL;

DELETE FROM "LeadNote" n USING "Lead" l WHERE n."leadId" = l."id" AND l."deletedAt" < now() - interval '30 days' AND NOT n."isPinned";

DELETE FROM "DealItem" WHERE ("dealId", "lineNumber") IN (SELECT @dealId, generate_series(@fromLine::int, @toLine::int)) RETURNING "lineTotalCents";

DELETE FROM "AvailabilitySlot" s WHERE s."userId" = @userId AND s."slotRange" <@ tstzrange(@from, @to, '[)');

-- a chain of writes in one statement
WITH gone AS (
  DELETE FROM "Deal" d WHERE d."id" = @dealId RETURNING d.*
), logged AS (
  INSERT INTO audit_log (changed_by, "entityType", "entityId", before_row)
  SELECT @userId, 'Deal', g."id", to_jsonb(g) FROM gone g
  RETURNING id
)
SELECT count(*) AS "loggedRows" FROM logged;

WITH "newLead" AS (
  INSERT INTO "Lead" ("id", "updatedAt", "firstName", "lastName") VALUES (@leadId, now(), @firstName, @lastName) RETURNING "id" AS "leadId"
)
INSERT INTO "Deal" ("id", "updatedAt", "title", "leadId", "stageId", "amountCents")
SELECT @dealId, now(), 'Deal of ' || @firstName, nl."leadId", @stageId, @amountCents::bigint FROM "newLead" nl;
