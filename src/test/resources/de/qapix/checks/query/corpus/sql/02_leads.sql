/* Leads: searching, listing, locking.
   Parameters: $1 $2 … /* a comment in a comment with a ; in it */ still the comment */

SELECT "id", "fullName", "email" FROM "Lead" WHERE "id" = $1;

SELECT l."id", l."fullName", "leadTemperature"(l."leadScore") AS temperature
FROM "Lead" l
WHERE l."deletedAt" IS NULL
  AND (l."firstName" ILIKE $1 OR l."lastName" ILIKE $1 OR l."email" ILIKE '%' || $2 || '%')
ORDER BY l."leadScore" DESC, l."id"
LIMIT $3;

-- keyset pagination with a row comparison
SELECT "id", "createdAt", "fullName"
FROM "Lead"
WHERE ("createdAt", "id") < ($1, $2)
ORDER BY "createdAt" DESC, "id" DESC
LIMIT 50;

SELECT count(*) FILTER (WHERE "leadSource" = 'website')  AS "fromWebsite",
       count(*) FILTER (WHERE "leadSource" = 'referral') AS "fromReferral",
       count(*) FILTER (WHERE "ownerId" IS NULL)         AS unowned,
       count(*)                                          AS "all"
FROM "Lead" WHERE "createdAt" >= $1;

SELECT l."id" FROM "Lead" l
WHERE l."tagNames" && $1::text[] AND NOT l."tagNames" @> ARRAY['blocked'] AND l."doNotContact" IS NOT TRUE;

-- the jsonb question marks are operators here
SELECT "id", "customFields" ->> 'budget' AS budget
FROM "Lead"
WHERE "customFields" ? 'budget'
  AND "customFields" ?| ARRAY['utm_source', 'utm_medium']
  AND NOT "customFields" ?& ARRAY['spam', 'bounce']
  AND "leadScore" > $1;

SELECT ("homeAddress").city, ("homeAddress")."postalCode", count(*)
FROM "Lead"
WHERE ("homeAddress")."countryCode" = $1
GROUP BY 1, 2
ORDER BY 3 DESC;

SELECT (l."homeAddress").*, l."id" FROM "Lead" AS l WHERE l."ownerId" = $1;

SELECT * FROM "Lead" WHERE "id" = $1 FOR UPDATE;

SELECT l."id" FROM "Lead" l JOIN "User" u ON u."id" = l."ownerId"
WHERE u."teamId" = $1 ORDER BY l."createdAt" FOR NO KEY UPDATE OF l SKIP LOCKED LIMIT 10;

SELECT l."id", l."companyName" FROM "Lead" l WHERE l."ownerId" = $1 FOR SHARE NOWAIT;

-- leads that have no event at all (anti-join, three spellings)
SELECT l."id" FROM "Lead" l WHERE NOT EXISTS (SELECT 1 FROM "CalendlyEvent" e WHERE e."leadId" = l."id") AND l."ownerId" = $1;
SELECT l."id" FROM "Lead" l LEFT JOIN "CalendlyEvent" e ON e."leadId" = l."id" WHERE e."id" IS NULL AND l."ownerId" = $1;
SELECT l."id" FROM "Lead" l WHERE l."id" NOT IN (SELECT e."leadId" FROM "CalendlyEvent" e WHERE e."leadId" IS NOT NULL) AND l."ownerId" = $1;

SELECT l."id", l."leadScore" FROM "Lead" l
WHERE l."leadScore" > ALL (SELECT other."leadScore" FROM "Lead" other WHERE other."ownerId" = l."ownerId" AND other."id" <> l."id");

SELECT l."id", n."body", n."isPinned"
FROM "Lead" l
LEFT JOIN LATERAL (SELECT * FROM "LeadNote" n WHERE n."leadId" = l."id" ORDER BY n."isPinned" DESC, n."createdAt" DESC LIMIT 3) n ON true
WHERE l."id" = $1;

SELECT CASE
         WHEN l."doNotContact" THEN 'blocked'
         WHEN l."phone" IS NULL AND l."email" IS NULL THEN 'unreachable'
         ELSE CASE l."leadSource" WHEN 'ads' THEN 'paid' WHEN 'referral' THEN 'warm' ELSE 'organic' END
       END AS "contactState",
       count(*) AS "leadCount"
FROM "Lead" l
WHERE l."firstSeenOn" >= $1::date
GROUP BY "contactState";

SELECT string_agg(DISTINCT l."companyName", ', ' ORDER BY l."companyName") AS companies,
       array_agg(l."id" ORDER BY l."createdAt")                            AS "leadIds",
       bool_or(l."doNotContact")                                           AS "anyBlocked"
FROM "Lead" l WHERE l."ownerId" = $1;

SELECT h.idx, h.score
FROM "Lead" l, unnest(l."scoreHistory") WITH ORDINALITY AS h(score, idx)
WHERE l."id" = $1;

SELECT "id" FROM "Lead" WHERE "searchVector" @@ plainto_tsquery('simple', $1) ORDER BY ts_rank_cd("searchVector", plainto_tsquery('simple', $1)) DESC;

SELECT lower(trim(both ' ' from "email")) AS "normalizedEmail", substring("phone" from '^\+(\d{2})') AS "callingCode",
       position('@' in "email") AS "atPosition", overlay("lastName" placing '***' from 2 for 3) AS masked,
       extract(epoch from now() - "createdAt") AS "ageSeconds"
FROM "Lead" WHERE "id" = $1;
