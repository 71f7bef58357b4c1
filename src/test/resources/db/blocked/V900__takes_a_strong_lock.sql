alter table "${shared}".calendly_events alter column status set default 'active';
