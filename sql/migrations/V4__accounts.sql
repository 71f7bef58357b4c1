-- What a sync remembers of the account, so that the next one can begin to list at once; and who holds the lock.

create table qapix.account (
  source       text not null,
  credential   text not null,
  "user"       text not null,
  "userName"   text not null,
  scope        text not null,
  organization boolean not null,
  "seenAt"     timestamptz not null,
  constraint account_pkey primary key (source, credential)
);
comment on table qapix.account is
  'Whom a token belonged to when a run last asked. A run begins with what is here and asks again meanwhile.';
comment on column qapix.account.source is 'what is synced: calendly';
comment on column qapix.account.credential is 'SHA-256 of address and token';
comment on column qapix.account."user" is 'URI of the user to whom the token belongs';
comment on column qapix.account."userName" is 'as people know the user';
comment on column qapix.account.scope is 'URI of the organization or user whose records are listed';
comment on column qapix.account.organization is 'whether the scope is all of an organization';
comment on column qapix.account."seenAt" is 'when this was first found to be so';

alter table qapix.lock add column backend integer;
comment on column qapix.lock.backend is 'process of the server that holds the advisory lock; where pg_locks does not show it, the run is dead';
