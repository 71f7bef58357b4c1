-- Counters that add up over the runs of a sweep, and invitees that go with their event.

alter table qapix.run
  add column withheld    bigint not null default 0,
  add column unconfirmed bigint not null default 0;
comment on column qapix.run.withheld is
  'records that its lists did not show any more and that it left as they are, because they are more than a fifth of their slice';
comment on column qapix.run.unconfirmed is
  'records that its lists did not show any more and that the API has not yet said to be gone: time was up, or it did not say';
comment on column qapix.run.synced is
  'of these, how many the sweep has brought up to date, in this run and those before, at least; never less than in the run before';

comment on column qapix.sweep.synced is
  'the most records that one of its runs has known to be up to date; written with each batch, never less than before';
comment on column qapix.sweep.total is 'records that its runs so far have met, at least; written with each batch';

-- A record that cannot be read no longer keeps others from being marked as deleted: the API is asked for each of these anyway.
alter table qapix.checkpoint
  alter column spotless set default true,
  add column rejected text[] not null default '{}';
comment on column qapix.checkpoint.spotless is 'not used any longer';
comment on column qapix.checkpoint.rejected is
  'keys of records of the slice that could not be read or written: met, but not up to date, and not in "doneCount"';
comment on column qapix.checkpoint."doneCount" is
  'how many records of the slice start before "doneUntil" and are up to date';
comment on column qapix.checkpoint.missing is
  'keys of stored records before "doneUntil" that the listing did not show and that have not been asked for yet';

alter table qapix.calendly_look add column "sweepId" bigint;
comment on column qapix.calendly_look."sweepId" is
  'the sweep for which they were last read, so that one with --full that was cut off does not read them again; null if it was none';

-- Until now the invitees of an event that was marked as deleted stayed as they were.
update qapix.calendly_invitee invitee
set "deletedAt" = event."deletedAt"
from qapix.calendly_event event
where event.uri = invitee."eventUri"
  and event."deletedAt" is not null
  and invitee."deletedAt" is null;
comment on column qapix.calendly_invitee."deletedAt" is
  'when a sync found that Calendly no longer shows the invitee, or the event; null while it does';
