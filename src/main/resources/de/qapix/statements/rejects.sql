select "qapix"."reject"."source", "qapix"."reject"."kind", "qapix"."reject"."key", "qapix"."reject"."origin", "qapix"."reject"."reason", "qapix"."reject"."raw", "qapix"."reject"."runId", "qapix"."reject"."firstSeenAt", "qapix"."reject"."lastSeenAt" from "qapix"."reject" where "qapix"."reject"."source" = ? order by "qapix"."reject"."lastSeenAt" desc, "qapix"."reject"."kind", "qapix"."reject"."key" fetch next ? rows only;
select "version" from "qapix"."flyway_schema_history" where ("success" and "version" is not null);
select count(*) from "qapix"."reject" where "qapix"."reject"."source" = ?;
