-- A record is kept although a field is missing or cannot be read, as long as it can be known and placed.

alter table qapix.calendly_event
  alter column "endTime" drop not null,
  alter column "eventTypeUri" drop not null,
  alter column "inviteesTotal" drop not null,
  alter column "inviteesActive" drop not null,
  alter column "inviteesLimit" drop not null,
  alter column "bookedAt" drop not null,
  alter column "updatedAt" drop not null;
comment on column qapix.calendly_event."endTime" is
  'Calendly: end_time; where it is null, calendly_events, which needs one, has the start';

alter table qapix.calendly_event_type
  alter column active drop not null,
  alter column "updatedAt" drop not null;

alter table qapix.calendly_invitee
  alter column email drop not null,
  alter column name drop not null,
  alter column "bookedAt" drop not null,
  alter column "updatedAt" drop not null,
  alter column rescheduled drop not null;
