create table qapix.of_a_newer_qapix (id text);
comment on table qapix.of_a_newer_qapix is 'in a test only';
