-- What a run that is out of time hands on, so that the next one gets further however slow the API is.

alter table qapix.sweep
  add column synced bigint not null default 0,
  add column total  bigint not null default 0,
  add column begun  text[] not null default '{}';
comment on column qapix.sweep.synced is 'records that its runs so far have brought up to date, at least';
comment on column qapix.sweep.total is 'records that its runs so far have met, at least';
comment on column qapix.sweep.begun is
  'records as they were listed whose requests were still under way when the last run''s time was up; the next one begins with them';

alter table qapix.account alter column organization drop not null;
comment on column qapix.account.scope is
  'URI of the organization or user whose records are listed; while "organization" is null, the largest scope that may be';
comment on column qapix.account.organization is
  'whether the scope is all of an organization; null until the API has said what the user may see';
