-- Calendly, whole. Texts and JSON are as Calendly sent them, save for two things that PostgreSQL cannot
-- hold: U+0000 and surrogates without their other half stand as U+FFFD. Links to what may lie outside the
-- synced window (event type, host, old and new invitee) are plain texts without a foreign key.

create table qapix.calendly_event (
  uri                  text not null,
  name                 text,
  status               text not null,
  "startTime"          timestamptz not null,
  "endTime"            timestamptz not null,
  "eventTypeUri"       text not null,
  "locationType"       text,
  location             text,
  "joinUrl"            text,
  "locationDetails"    jsonb,
  "inviteesTotal"      integer not null,
  "inviteesActive"     integer not null,
  "inviteesLimit"      integer not null,
  "notesPlain"         text,
  "notesHtml"          text,
  "bookedAt"           timestamptz not null,
  "updatedAt"          timestamptz not null,
  "canceledAt"         timestamptz,
  "canceledBy"         text,
  "cancelerType"       text,
  "cancelReason"       text,
  "calendarKind"       text,
  "calendarExternalId" text,
  raw                  jsonb not null,
  fingerprint          text not null,
  "deletedAt"          timestamptz,
  constraint calendly_event_pkey primary key (uri)
);
create index "calendly_event_startTime_idx" on qapix.calendly_event ("startTime");
comment on table qapix.calendly_event is 'Calendly: scheduled_events, all of them, whole.';
comment on column qapix.calendly_event.uri is 'Calendly: uri';
comment on column qapix.calendly_event.name is 'Calendly: name';
comment on column qapix.calendly_event.status is 'Calendly: status, active or canceled';
comment on column qapix.calendly_event."startTime" is 'Calendly: start_time';
comment on column qapix.calendly_event."endTime" is 'Calendly: end_time';
comment on column qapix.calendly_event."eventTypeUri" is 'Calendly: event_type; the type may be gone or not visible to the token';
comment on column qapix.calendly_event."locationType" is 'Calendly: location.type, e.g. physical, zoom, google_conference';
comment on column qapix.calendly_event.location is 'Calendly: location.location, an address or phone number';
comment on column qapix.calendly_event."joinUrl" is 'Calendly: location.join_url';
comment on column qapix.calendly_event."locationDetails" is 'Calendly: location, whole; may hold a meeting''s password';
comment on column qapix.calendly_event."inviteesTotal" is 'Calendly: invitees_counter.total, canceled ones included';
comment on column qapix.calendly_event."inviteesActive" is 'Calendly: invitees_counter.active';
comment on column qapix.calendly_event."inviteesLimit" is 'Calendly: invitees_counter.limit';
comment on column qapix.calendly_event."notesPlain" is 'Calendly: meeting_notes_plain';
comment on column qapix.calendly_event."notesHtml" is 'Calendly: meeting_notes_html';
comment on column qapix.calendly_event."bookedAt" is 'Calendly: created_at, when the meeting was booked';
comment on column qapix.calendly_event."updatedAt" is 'Calendly: updated_at';
comment on column qapix.calendly_event."canceledAt" is 'Calendly: cancellation.created_at';
comment on column qapix.calendly_event."canceledBy" is 'Calendly: cancellation.canceled_by, a name';
comment on column qapix.calendly_event."cancelerType" is 'Calendly: cancellation.canceler_type, host or invitee';
comment on column qapix.calendly_event."cancelReason" is 'Calendly: cancellation.reason';
comment on column qapix.calendly_event."calendarKind" is 'Calendly: calendar_event.kind, e.g. google';
comment on column qapix.calendly_event."calendarExternalId" is 'Calendly: calendar_event.external_id; a rescheduled event keeps it, so it is not unique';
comment on column qapix.calendly_event.raw is 'the event as Calendly sent it';
comment on column qapix.calendly_event.fingerprint is 'SHA-256 of raw with sorted keys; equal means unchanged';
comment on column qapix.calendly_event."deletedAt" is 'when a sync found that Calendly no longer shows the event; null while it does';

create table qapix.calendly_event_host (
  "eventUri"      text not null,
  "userUri"       text not null,
  position        integer not null,
  email           text,
  name            text,
  "bufferedStart" timestamptz,
  "bufferedEnd"   timestamptz,
  constraint calendly_event_host_pkey primary key ("eventUri", "userUri"),
  constraint "calendly_event_host_eventUri_fkey" foreign key ("eventUri") references qapix.calendly_event (uri)
);
create index "calendly_event_host_userUri_idx" on qapix.calendly_event_host ("userUri");
comment on table qapix.calendly_event_host is 'Calendly: event_memberships, who holds an event; more than one for collective events.';
comment on column qapix.calendly_event_host."eventUri" is 'the event';
comment on column qapix.calendly_event_host."userUri" is 'Calendly: user; may have left the organization';
comment on column qapix.calendly_event_host.position is 'place in Calendly''s list, from 0';
comment on column qapix.calendly_event_host.email is 'Calendly: user_email';
comment on column qapix.calendly_event_host.name is 'Calendly: user_name';
comment on column qapix.calendly_event_host."bufferedStart" is 'Calendly: buffered_start_time, start less the buffer before it';
comment on column qapix.calendly_event_host."bufferedEnd" is 'Calendly: buffered_end_time, end and the buffer after it';

create table qapix.calendly_event_guest (
  "eventUri"  text not null,
  email       text not null,
  "createdAt" timestamptz,
  "updatedAt" timestamptz,
  constraint calendly_event_guest_pkey primary key ("eventUri", email),
  constraint "calendly_event_guest_eventUri_fkey" foreign key ("eventUri") references qapix.calendly_event (uri)
);
comment on table qapix.calendly_event_guest is 'Calendly: event_guests, whom an invitee brings along.';
comment on column qapix.calendly_event_guest."eventUri" is 'the event';
comment on column qapix.calendly_event_guest.email is 'Calendly: email';
comment on column qapix.calendly_event_guest."createdAt" is 'Calendly: created_at';
comment on column qapix.calendly_event_guest."updatedAt" is 'Calendly: updated_at';

create table qapix.calendly_event_type (
  uri                text not null,
  name               text,
  active             boolean not null,
  kind               text,
  "poolingType"      text,
  type               text,
  slug               text,
  "durationMinutes"  integer,
  "schedulingUrl"    text,
  color              text,
  "descriptionPlain" text,
  "internalNote"     text,
  "profileType"      text,
  "profileName"      text,
  "ownerUri"         text,
  "createdAt"        timestamptz,
  "updatedAt"        timestamptz not null,
  raw                jsonb not null,
  "deletedAt"        timestamptz,
  constraint calendly_event_type_pkey primary key (uri)
);
comment on table qapix.calendly_event_type is 'Calendly: event_types, the kinds of meetings that can be booked.';
comment on column qapix.calendly_event_type.uri is 'Calendly: uri';
comment on column qapix.calendly_event_type.name is 'Calendly: name';
comment on column qapix.calendly_event_type.active is 'Calendly: active, whether it can be booked';
comment on column qapix.calendly_event_type.kind is 'Calendly: kind, solo or group';
comment on column qapix.calendly_event_type."poolingType" is 'Calendly: pooling_type, e.g. round_robin, collective';
comment on column qapix.calendly_event_type.type is 'Calendly: type, StandardEventType or AdhocEventType';
comment on column qapix.calendly_event_type.slug is 'Calendly: slug';
comment on column qapix.calendly_event_type."durationMinutes" is 'Calendly: duration, minutes';
comment on column qapix.calendly_event_type."schedulingUrl" is 'Calendly: scheduling_url';
comment on column qapix.calendly_event_type.color is 'Calendly: color';
comment on column qapix.calendly_event_type."descriptionPlain" is 'Calendly: description_plain';
comment on column qapix.calendly_event_type."internalNote" is 'Calendly: internal_note';
comment on column qapix.calendly_event_type."profileType" is 'Calendly: profile.type, User or Team';
comment on column qapix.calendly_event_type."profileName" is 'Calendly: profile.name';
comment on column qapix.calendly_event_type."ownerUri" is 'Calendly: profile.owner';
comment on column qapix.calendly_event_type."createdAt" is 'Calendly: created_at';
comment on column qapix.calendly_event_type."updatedAt" is 'Calendly: updated_at';
comment on column qapix.calendly_event_type.raw is 'the event type as Calendly sent it';
comment on column qapix.calendly_event_type."deletedAt" is 'Calendly: deleted_at';

create table qapix.calendly_invitee (
  uri                        text not null,
  "eventUri"                 text not null,
  email                      text not null,
  name                       text not null,
  "firstName"                text,
  "lastName"                 text,
  status                     text not null,
  timezone                   text,
  "bookedAt"                 timestamptz not null,
  "updatedAt"                timestamptz not null,
  rescheduled                boolean not null,
  "oldInviteeUri"            text,
  "newInviteeUri"            text,
  "canceledAt"               timestamptz,
  "canceledBy"               text,
  "cancelerType"             text,
  "cancelReason"             text,
  "noShowUri"                text,
  "noShowAt"                 timestamptz,
  "paymentExternalId"        text,
  "paymentProvider"          text,
  "paymentAmount"            numeric,
  "paymentCurrency"          text,
  "paymentTerms"             text,
  "paymentSuccessful"        boolean,
  "reconfirmationAskedAt"    timestamptz,
  "reconfirmedAt"            timestamptz,
  "utmCampaign"              text,
  "utmSource"                text,
  "utmMedium"                text,
  "utmContent"               text,
  "utmTerm"                  text,
  "salesforceUuid"           text,
  "questionsAndAnswers"      jsonb not null,
  "textReminderNumber"       text,
  "routingFormSubmissionUri" text,
  "schedulingMethod"         text,
  "scheduledByUri"           text,
  "cancelUrl"                text,
  "rescheduleUrl"            text,
  raw                        jsonb not null,
  "deletedAt"                timestamptz,
  constraint calendly_invitee_pkey primary key (uri),
  constraint "calendly_invitee_eventUri_fkey" foreign key ("eventUri") references qapix.calendly_event (uri)
);
create index "calendly_invitee_eventUri_idx" on qapix.calendly_invitee ("eventUri");
create index calendly_invitee_email_idx on qapix.calendly_invitee (email);
comment on table qapix.calendly_invitee is 'Calendly: invitees of events, all of them.';
comment on column qapix.calendly_invitee.uri is 'Calendly: uri';
comment on column qapix.calendly_invitee."eventUri" is 'Calendly: event';
comment on column qapix.calendly_invitee.email is 'Calendly: email';
comment on column qapix.calendly_invitee.name is 'Calendly: name';
comment on column qapix.calendly_invitee."firstName" is 'Calendly: first_name';
comment on column qapix.calendly_invitee."lastName" is 'Calendly: last_name';
comment on column qapix.calendly_invitee.status is 'Calendly: status, active or canceled';
comment on column qapix.calendly_invitee.timezone is 'Calendly: timezone, e.g. Europe/Berlin';
comment on column qapix.calendly_invitee."bookedAt" is 'Calendly: created_at, when the invitee booked';
comment on column qapix.calendly_invitee."updatedAt" is 'Calendly: updated_at';
comment on column qapix.calendly_invitee.rescheduled is 'Calendly: rescheduled, true on the invitee that was moved away';
comment on column qapix.calendly_invitee."oldInviteeUri" is 'Calendly: old_invitee, whom this one replaces; may lie outside the window';
comment on column qapix.calendly_invitee."newInviteeUri" is 'Calendly: new_invitee, who replaces this one; may lie outside the window';
comment on column qapix.calendly_invitee."canceledAt" is 'Calendly: cancellation.created_at';
comment on column qapix.calendly_invitee."canceledBy" is 'Calendly: cancellation.canceled_by, a name';
comment on column qapix.calendly_invitee."cancelerType" is 'Calendly: cancellation.canceler_type, host or invitee';
comment on column qapix.calendly_invitee."cancelReason" is 'Calendly: cancellation.reason';
comment on column qapix.calendly_invitee."noShowUri" is 'Calendly: no_show.uri';
comment on column qapix.calendly_invitee."noShowAt" is 'Calendly: no_show.created_at, when the host marked the no-show';
comment on column qapix.calendly_invitee."paymentExternalId" is 'Calendly: payment.external_id';
comment on column qapix.calendly_invitee."paymentProvider" is 'Calendly: payment.provider, stripe or paypal';
comment on column qapix.calendly_invitee."paymentAmount" is 'Calendly: payment.amount, in units of "paymentCurrency"';
comment on column qapix.calendly_invitee."paymentCurrency" is 'Calendly: payment.currency, e.g. EUR';
comment on column qapix.calendly_invitee."paymentTerms" is 'Calendly: payment.terms';
comment on column qapix.calendly_invitee."paymentSuccessful" is 'Calendly: payment.successful';
comment on column qapix.calendly_invitee."reconfirmationAskedAt" is 'Calendly: reconfirmation.created_at';
comment on column qapix.calendly_invitee."reconfirmedAt" is 'Calendly: reconfirmation.confirmed_at';
comment on column qapix.calendly_invitee."utmCampaign" is 'Calendly: tracking.utm_campaign';
comment on column qapix.calendly_invitee."utmSource" is 'Calendly: tracking.utm_source';
comment on column qapix.calendly_invitee."utmMedium" is 'Calendly: tracking.utm_medium';
comment on column qapix.calendly_invitee."utmContent" is 'Calendly: tracking.utm_content';
comment on column qapix.calendly_invitee."utmTerm" is 'Calendly: tracking.utm_term';
comment on column qapix.calendly_invitee."salesforceUuid" is 'Calendly: tracking.salesforce_uuid';
comment on column qapix.calendly_invitee."questionsAndAnswers" is 'Calendly: questions_and_answers, a list of {question, answer, position}';
comment on column qapix.calendly_invitee."textReminderNumber" is 'Calendly: text_reminder_number';
comment on column qapix.calendly_invitee."routingFormSubmissionUri" is 'Calendly: routing_form_submission';
comment on column qapix.calendly_invitee."schedulingMethod" is 'Calendly: scheduling_method, instant_book or api';
comment on column qapix.calendly_invitee."scheduledByUri" is 'Calendly: invitee_scheduled_by, the user who booked for the invitee';
comment on column qapix.calendly_invitee."cancelUrl" is 'Calendly: cancel_url; whoever holds it can cancel';
comment on column qapix.calendly_invitee."rescheduleUrl" is 'Calendly: reschedule_url; whoever holds it can reschedule';
comment on column qapix.calendly_invitee.raw is 'the invitee as Calendly sent it';
comment on column qapix.calendly_invitee."deletedAt" is 'when a sync found that Calendly no longer shows the invitee; null while it does';

create table qapix.calendly_look (
  "eventUri" text not null,
  "readAt"   timestamptz not null,
  "dueAt"    timestamptz,
  constraint calendly_look_pkey primary key ("eventUri"),
  constraint "calendly_look_eventUri_fkey" foreign key ("eventUri") references qapix.calendly_event (uri)
);
comment on table qapix.calendly_look is
  'When the invitees of an event are to be read again although the event looks unchanged: no-shows come after the meeting and may not touch it.';
comment on column qapix.calendly_look."eventUri" is 'the event';
comment on column qapix.calendly_look."readAt" is 'when its invitees were last read';
comment on column qapix.calendly_look."dueAt" is 'when they are due again: 1 h, 1 d, 3 d, 7 d and 14 d after the end, or at once after a rejected invitee; null for no more';

create table qapix.calendly_sighting (
  scope         text not null,
  "eventUri"    text not null,
  "firstSeenAt" timestamptz not null,
  constraint calendly_sighting_pkey primary key (scope, "eventUri"),
  constraint "calendly_sighting_eventUri_fkey" foreign key ("eventUri") references qapix.calendly_event (uri)
);
comment on table qapix.calendly_sighting is
  'Which events a scope has ever listed: only a scope that had shown an event can tell that it is gone.';
comment on column qapix.calendly_sighting.scope is 'URI of the organization or user whose events were listed';
comment on column qapix.calendly_sighting."eventUri" is 'the event';
comment on column qapix.calendly_sighting."firstSeenAt" is 'when that scope first listed it';

create table qapix.calendly_kept_row (
  "eventUri"    text not null,
  "row"         jsonb not null,
  "activityIds" text[] not null,
  "keptAt"      timestamptz not null,
  constraint calendly_kept_row_pkey primary key ("eventUri")
);
comment on table qapix.calendly_kept_row is
  'Rows taken out of calendly_events because Calendly no longer shows the event, whole, to be put back if it reappears.';
comment on column qapix.calendly_kept_row."eventUri" is 'the event';
comment on column qapix.calendly_kept_row."row" is 'the row, columns of other applications included';
comment on column qapix.calendly_kept_row."activityIds" is 'the custom_activities that pointed to it';
comment on column qapix.calendly_kept_row."keptAt" is 'when it was taken out';
