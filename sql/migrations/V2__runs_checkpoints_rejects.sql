-- What a sync remembers of itself, whatever it syncs.

create table qapix.run (
  id            bigint generated always as identity,
  source        text not null,
  account       text,
  scope         text,
  "windowFrom"  timestamptz,
  "windowUntil" timestamptz,
  version       text not null,
  host          text not null,
  pid           bigint not null,
  "startedAt"   timestamptz not null,
  "endedAt"     timestamptz,
  outcome       text not null,
  total         bigint not null default 0,
  synced        bigint not null default 0,
  added         bigint not null default 0,
  updated       bigint not null default 0,
  unchanged     bigint not null default 0,
  removed       bigint not null default 0,
  rejected      bigint not null default 0,
  requests      bigint not null default 0,
  error         text,
  constraint run_pkey primary key (id),
  constraint run_outcome_check check (outcome in ('running', 'finished', 'partial', 'interrupted', 'failed'))
);
create index "run_startedAt_idx" on qapix.run ("startedAt");
comment on table qapix.run is 'One row for each run of a sync, written with its batches.';
comment on column qapix.run.id is 'number of the run, rising';
comment on column qapix.run.source is 'what was synced: calendly';
comment on column qapix.run.account is 'URI of the user whose token was used';
comment on column qapix.run.scope is 'URI of the organization or user whose records were listed';
comment on column qapix.run."windowFrom" is 'start times from this moment on, UTC';
comment on column qapix.run."windowUntil" is 'start times before this moment, UTC';
comment on column qapix.run.version is 'version of qapix';
comment on column qapix.run.host is 'name of the machine it ran on';
comment on column qapix.run.pid is 'process id on that machine';
comment on column qapix.run."startedAt" is 'when it began, by that machine''s clock';
comment on column qapix.run."endedAt" is 'when it ended; null while it runs or when it died';
comment on column qapix.run.outcome is 'running, finished, partial (time was up), interrupted (by a signal) or failed';
comment on column qapix.run.total is 'records known to be in the window of the sweep';
comment on column qapix.run.synced is 'of these, how many the sweep has brought up to date, in this run and those before';
comment on column qapix.run.added is 'records this run wrote for the first time';
comment on column qapix.run.updated is 'records this run wrote because they had changed or were due';
comment on column qapix.run.unchanged is 'records this run compared and left alone';
comment on column qapix.run.removed is 'records this run marked as deleted';
comment on column qapix.run.rejected is 'records this run could not read or write';
comment on column qapix.run.requests is 'requests this run made, tries again included';
comment on column qapix.run.error is 'why it failed';

create table qapix.lock (
  source  text not null,
  "runId" bigint not null,
  host    text not null,
  pid     bigint not null,
  since   timestamptz not null,
  constraint lock_pkey primary key (source),
  constraint "lock_runId_fkey" foreign key ("runId") references qapix.run (id)
);
comment on table qapix.lock is
  'Which run may write; each batch asserts that its run still stands here. The lock proper is an advisory lock, so a row may outlive its run.';
comment on column qapix.lock.source is 'what is synced: calendly';
comment on column qapix.lock."runId" is 'the run that may write';
comment on column qapix.lock.host is 'machine of that run';
comment on column qapix.lock.pid is 'process id of that run';
comment on column qapix.lock.since is 'when it took the lock';

create table qapix.sweep (
  id            bigint generated always as identity,
  source        text not null,
  account       text not null,
  scope         text not null,
  options       text not null,
  "windowFrom"  timestamptz not null,
  "windowUntil" timestamptz not null,
  pivot         timestamptz not null,
  "startedAt"   timestamptz not null,
  "finishedAt"  timestamptz,
  constraint sweep_pkey primary key (id)
);
create unique index sweep_unfinished_key on qapix.sweep (source, account, scope, options)
  where "finishedAt" is null;
comment on table qapix.sweep is 'One pass through a window, in one run or several.';
comment on column qapix.sweep.id is 'number of the sweep, rising';
comment on column qapix.sweep.source is 'what is synced: calendly';
comment on column qapix.sweep.account is 'URI of the user whose token is used';
comment on column qapix.sweep.scope is 'URI of the organization or user whose records are listed';
comment on column qapix.sweep.options is 'the options that decide what a sweep covers; only a run with the same ones goes on with it';
comment on column qapix.sweep."windowFrom" is 'start times from this moment on';
comment on column qapix.sweep."windowUntil" is 'start times before this moment';
comment on column qapix.sweep.pivot is 'the moment from which the window was cut into slices, nearest first';
comment on column qapix.sweep."startedAt" is 'when its first run began';
comment on column qapix.sweep."finishedAt" is 'when all of the window had been read; null until then';

create table qapix.checkpoint (
  "sweepId"    bigint not null,
  "sliceFrom"  timestamptz not null,
  "sliceUntil" timestamptz not null,
  "doneUntil"  timestamptz not null,
  "doneCount"  bigint not null,
  missing      text[] not null,
  spotless     boolean not null,
  "finishedAt" timestamptz,
  constraint checkpoint_pkey primary key ("sweepId", "sliceFrom"),
  constraint "checkpoint_sweepId_fkey" foreign key ("sweepId") references qapix.sweep (id) on delete cascade
);
comment on table qapix.checkpoint is 'How far a sweep has come in each slice of its window.';
comment on column qapix.checkpoint."sweepId" is 'the sweep';
comment on column qapix.checkpoint."sliceFrom" is 'start times from this moment on';
comment on column qapix.checkpoint."sliceUntil" is 'start times before this moment';
comment on column qapix.checkpoint."doneUntil" is 'every record that starts before this moment is done; a lower bound';
comment on column qapix.checkpoint."doneCount" is 'how many records of the slice start before "doneUntil"';
comment on column qapix.checkpoint.missing is 'keys of stored records before "doneUntil" that the listing did not show';
comment on column qapix.checkpoint.spotless is 'no record of the slice was rejected and no page failed; only then may records be marked as deleted';
comment on column qapix.checkpoint."finishedAt" is 'when the slice had been read to its end; null until then';

create table qapix.reject (
  source        text not null,
  kind          text not null,
  key           text not null,
  origin        text not null,
  reason        text not null,
  raw           text,
  "runId"       bigint not null,
  "firstSeenAt" timestamptz not null,
  "lastSeenAt"  timestamptz not null,
  constraint reject_pkey primary key (source, kind, key)
);
comment on table qapix.reject is 'Records that could not be read or written. A row goes when a later sync succeeds with the record.';
comment on column qapix.reject.source is 'where the record comes from: calendly';
comment on column qapix.reject.kind is 'what it is: event, invitee, event_type';
comment on column qapix.reject.key is 'its URI, or what stands for it where even that could not be read';
comment on column qapix.reject.origin is 'the request whose answer held it';
comment on column qapix.reject.reason is 'why it was rejected';
comment on column qapix.reject.raw is 'the record as it came, at most 100,000 characters; U+0000 and lone surrogates are shown as U+FFFD';
comment on column qapix.reject."runId" is 'the run that last met it';
comment on column qapix.reject."firstSeenAt" is 'when it was first rejected';
comment on column qapix.reject."lastSeenAt" is 'when it was last rejected';
