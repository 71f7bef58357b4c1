-- A run that the API's limit holds back for longer than it has time ends early, and says so.
alter table qapix.run add column "limitedUntil" timestamptz;
comment on column qapix.run."limitedUntil" is 'until when the API''s limit held it back, where that ended it';
