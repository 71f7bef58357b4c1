-- How long the runs waited, and which of them died without a word.

alter table qapix.run add column "waitedMs" bigint not null default 0;
comment on column qapix.run."waitedMs" is 'milliseconds for which requests had to wait for the limit or before a try again';

alter table qapix.run drop constraint run_outcome_check;
alter table qapix.run add constraint run_outcome_check
  check (outcome in ('running', 'finished', 'partial', 'interrupted', 'failed', 'died'));
comment on column qapix.run.outcome is
  'running, finished, partial (time was up), interrupted (by a signal), failed, or died (without a word, as the next run has found)';
