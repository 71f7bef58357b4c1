-- Quoting of all kinds; comments that look like statements; statements that look like comments.
-- SELECT "noSuchColumn" FROM "NoSuchTable";
/* DELETE FROM "Lead"; */
/* outer /* inner ; ' */ " still outer */
SELECT 'it''s; not -- a comment' AS "say ""hi""", 1 AS one;

SELECT E'tab\there; back\\slash \'quoted\' \u00fcber \x41' AS "escaped", e'\n' AS "lineBreak";

SELECT U&'d\0061t\+000061' AS "unicodeText", U&"\0066ull\004eame" AS name FROM "Lead";

SELECT U&'gr!00fcn' UESCAPE '!' AS colour, N'national' AS n, B'1010' AS bits, X'1FF' AS hex;

SELECT 'two'
       ' parts' AS joined;

SELECT $$a dollar's text; with "quotes" and -- dashes$$ AS plain, $tag$ $$ nested $$ ; $tag$ AS tagged, $_x1$ü$_x1$ AS umlaut;

DO $do$
DECLARE
  open_deals integer;
BEGIN
  SELECT count(*) INTO open_deals FROM "Deal" WHERE "status" = 'OPEN';
  IF open_deals > 1000000 THEN
    RAISE NOTICE $msg$too many: %; really$msg$, open_deals;
  END IF;
END
$do$;

SELECT l."id" -- the ; of a comment
     , l."email" /* , l."noSuchColumn" */
  FROM "Lead" l --no space after dashes
 WHERE l."leadScore" - -1 > 0 --1
   AND l."leadScore" /* a */ * /* b */ 2 > 1;

SELECT 5 / 2 AS quotient, 5 % 2 AS remainder, 7 - 2 AS difference, - 3 AS minus, 1e3 AS thousand, .5 AS half, 1.5E-2 AS small;

SELECT date '2026-03-01' AS d, timestamp '2026-03-01 10:00' AS ts, timestamptz '2026-03-01 10:00+01' AS tz, interval '1 day 2 hours' AS i,
       interval '3' month AS m, CAST('12' AS integer) AS twelve, '{"a": "b"}'::jsonb AS j, point '(1,2)' AS p, bool 'yes' AS b, '{1,2}'::int[] AS arr;

SELECT "User"."displayName", "public"."User"."email", public."User"."createdAt" FROM public."User";

SELECT user, current_user, session_user, current_date, localtimestamp(0), current_catalog, current_setting('TimeZone');

SELECT "Lead"."firstName" || ' 🎉 ' || "Lead"."lastName" AS "fröhlicherName", '😀😀' AS smileys FROM "Lead" WHERE "companyName" = 'Müller & Söhne GmbH';

select

	"startTime"	,	"endTime"

from	"CalendlyEvent"
where	"eventTypeName"	= 'Erstgespräch – 30 Min.'	;;

SELECT 1 AS "select", 2 AS "from", 3 AS "where;", 4 AS "--", 5 AS "/*", 6 AS "$$", 7 AS "'";

sElEcT D."Title_2" FrOm (SELECT "title" AS "Title_2" FROM "Deal") d;

SELECT lead.id, lead.leadscore FROM (SELECT "id", "leadScore" AS LeadScore FROM "Lead") AS lead;

SELECT d.title, status FROM "Deal" d WHERE d.STATUS = 'LOST' AND d.ID <> '';

SELECT ALL a.id AS a_id, b.id AS b_id FROM "Tag" a, "Tag" b WHERE a.id < b.id;

SELECT (SELECT (SELECT (((1))))) AS deep, ((((2)))) AS parens, (VALUES (3)) AS three, ROW(1, 'a', NULL) AS r, (ROW(1, 2)) = (1, 2) AS eq;

SELECT CASE WHEN 'a;b' = $q$a;b$q$ THEN 'yes' END AS "semi;colon" /* last one without a semicolon */
