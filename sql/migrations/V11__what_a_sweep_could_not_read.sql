-- The limit for rejected records holds for a whole sweep, so each run has to know those of the runs before it.

alter table qapix.sweep add column rejected text[] not null default '{}';
comment on column qapix.sweep.rejected is
  'keys of records, and of what belongs to them, that its runs could not read or write and that no run has read or written since';

update qapix.sweep
set rejected = coalesce(
  (
    select array_agg(distinct key)
    from qapix.checkpoint cross join unnest(checkpoint.rejected) as key
    where checkpoint."sweepId" = sweep.id
  ),
  '{}')
where "finishedAt" is null;
