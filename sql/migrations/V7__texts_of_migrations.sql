-- The migrations as they were applied, so that any later edit shows, and in what. Flyway's own number misses some.

create table qapix.migration_text (
  version      text not null,
  sha256       text not null,
  text         text not null,
  "recordedAt" timestamptz not null,
  constraint migration_text_pkey primary key (version)
);
comment on table qapix.migration_text is
  'The migrations as they were applied; what the history beside it knows as a number only.';
comment on column qapix.migration_text.version is 'version of the migration';
comment on column qapix.migration_text.sha256 is 'of the text with line feeds alone between its lines';
comment on column qapix.migration_text.text is 'the text, with line feeds alone between its lines';
comment on column qapix.migration_text."recordedAt" is 'when it was written down';
