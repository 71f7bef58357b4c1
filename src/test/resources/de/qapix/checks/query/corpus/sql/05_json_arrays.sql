-- jsonb, arrays, ranges and other operators. No parameters: every ? and every @ is an operator or text.

SELECT "customFields" -> 'utm' ->> 'source' AS "utmSource", "customFields" #>> '{utm,medium}' AS "utmMedium" FROM "Lead";

SELECT "id" FROM "Lead" WHERE "customFields" @> '{"utm": {"source": "google"}}'::jsonb;

SELECT "id" FROM "Lead" WHERE "customFields" ? 'linkedin' AND "customFields" ->> 'linkedin' LIKE 'https://%';

SELECT "id" FROM "Lead" WHERE jsonb_path_exists("customFields", '$.children[*] ? (@.age > 12)');

SELECT jsonb_path_query("stageHistory", '$[*] ? (@.stageId == "won").movedAt') AS "wonAt" FROM "Deal";

SELECT "id" FROM "Deal" WHERE "stageHistory" @@ '$[*].durationDays > 30' OR "stageHistory" @? '$[*] ? (@.skipped == true)';

SELECT e."id", qa."question", qa."answer", qa.ord
FROM "CalendlyEvent" e,
     jsonb_to_recordset(e."questionsAndAnswers") AS qa("question" text, "answer" text, ord int)
WHERE qa."answer" <> '';

SELECT e."id", qa.value ->> 'answer' AS answer
FROM "CalendlyEvent" e
CROSS JOIN LATERAL jsonb_array_elements(e."questionsAndAnswers") WITH ORDINALITY AS qa(value, position)
WHERE qa.position = 1;

SELECT k.key, count(*) FROM "Lead" l, LATERAL jsonb_each_text(l."customFields") AS k GROUP BY k.key ORDER BY count(*) DESC;

SELECT jsonb_build_object('id', d."id", 'title', d."title", 'items',
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', i."productName", 'cents', i."lineTotalCents") ORDER BY i."lineNumber")
                     FROM "DealItem" i WHERE i."dealId" = d."id"), '[]'::jsonb)) AS doc
FROM "Deal" d;

SELECT to_jsonb(l) - 'searchVector' - ARRAY['rawPayload', 'deletedAt'] #- '{customFields,secret}' AS "leadJson" FROM "Lead" l;

SELECT jsonb_object_agg(s."stageName", s."winProbability") FROM "PipelineStage" s;

SELECT row_to_json(t) FROM (SELECT u."id", u."displayName" AS "name" FROM "User" u) AS t;

SELECT "settings"['theme'] AS theme, ("settings" ->> 'pageSize')::int AS "pageSize" FROM "User" WHERE "settings"['darkMode'] = 'true'::jsonb;

SELECT r.* FROM "CalendlyEvent" e, jsonb_to_record(e."rawPayload") AS r(uri text, "eventMemberships" jsonb, "createdAt" timestamptz);

SELECT "tagNames"[1], "tagNames"[array_upper("tagNames", 1)], cardinality("tagNames"), array_to_string("tagNames", ',', '-') FROM "Lead";

SELECT l."id", tag FROM "Lead" l CROSS JOIN unnest(l."tagNames") AS tag WHERE tag ~* '^vip' ORDER BY l."id" COLLATE "C";

SELECT ARRAY(SELECT t."label" FROM "Tag" t JOIN "_DealToTag" dt ON dt."B" = t."id" WHERE dt."A" = d."id" ORDER BY 1) AS labels FROM "Deal" d;

SELECT 'call' = ANY ("tagNames") AS "isCall", "tagNames" || 'new'::text AS "moreTags", array_position("tagNames", 'vip') FROM "Lead";

SELECT a.x, a.y, b.z FROM ROWS FROM (unnest(ARRAY[1, 2, 3], ARRAY['a', 'b', 'c']), generate_series(1, 3)) AS a(x, y, z0), LATERAL (SELECT a.x * a.z0) AS b(z);

SELECT s."userId", lower(s."slotRange"), upper(s."slotRange"), s."slotRange" && tstzrange(now(), now() + interval '1 day') AS "isSoon"
FROM "AvailabilitySlot" s WHERE s."slotRange" @> now() OR s."slotRange" -|- tstzrange('2026-01-01', '2026-01-02');

SELECT range_agg(s."slotRange") - multirange(tstzrange(now(), null)) AS past FROM "AvailabilitySlot" s;

SELECT "weekdayMask" & 1 AS monday, "weekdayMask" | 64, "weekdayMask" # 31, ~"weekdayMask", "weekdayMask" << 1, 2 ^ 3, |/ 16.0, @ -5 FROM "AvailabilitySlot";

SELECT p."id", o.kind, o."memberCount" FROM "Pipeline" p, LATERAL jsonb_populate_record(NULL::"PostalAddress", jsonb_build_object('city', p."name")) AS a, LATERAL (SELECT a.city AS kind, length(a."countryCode") AS "memberCount") AS o;

SELECT "firstName" !~~* 'a%' AS a, "lastName" SIMILAR TO '(M|N)%' AS b, "firstName" ^@ 'Jo' AS c, NOT "lastName" ~ 'x?y' AS d, "firstName" OPERATOR(pg_catalog.||) "lastName" AS e FROM "Lead";
