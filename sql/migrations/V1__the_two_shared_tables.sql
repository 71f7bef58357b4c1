-- The two tables that the dashboard reads. Another application (Prisma) may have made them already:
-- then they are its own, and nothing is added to them here. Names are those that Prisma gives.
-- "qapix migrate" has compared existing tables with these definitions before this file runs.
do $$
begin
  if to_regclass('"${shared}".calendly_events') is null
     and to_regclass('"${shared}".custom_activities') is null then

    create table "${shared}".calendly_events (
      id                 text not null,
      "createdAt"        timestamp(3) not null default current_timestamp,
      "updatedAt"        timestamp(3) not null,
      "calendlyEventUri" text not null,
      "eventTypeName"    text,
      "mappedType"       text,
      "startTime"        timestamp(3) not null,
      "endTime"          timestamp(3) not null,
      status             text,
      "hostName"         text,
      "hostEmail"        text,
      "userId"           text,
      "inviteeName"      text,
      "inviteeEmail"     text,
      "leadId"           text,
      "syncedAt"         timestamp(3) not null default current_timestamp,
      constraint calendly_events_pkey primary key (id)
    );
    create unique index "calendly_events_calendlyEventUri_key" on "${shared}".calendly_events ("calendlyEventUri");
    create index "calendly_events_inviteeEmail_idx" on "${shared}".calendly_events ("inviteeEmail");
    create index "calendly_events_startTime_idx" on "${shared}".calendly_events ("startTime");
    create index "calendly_events_leadId_idx" on "${shared}".calendly_events ("leadId");

    comment on table "${shared}".calendly_events is
      'Calendly events as the dashboard reads them; a projection of qapix.calendly_event. Times are UTC, to the millisecond.';
    comment on column "${shared}".calendly_events.id is '''cal_'' and the last segment of the event''s URI';
    comment on column "${shared}".calendly_events."createdAt" is 'when this row came to be, not when the meeting was booked';
    comment on column "${shared}".calendly_events."updatedAt" is 'when this row last changed';
    comment on column "${shared}".calendly_events."calendlyEventUri" is 'Calendly: uri';
    comment on column "${shared}".calendly_events."eventTypeName" is 'Calendly: name';
    comment on column "${shared}".calendly_events."mappedType" is
      'kind of meeting, derived from the name: erstgespraech, konzept, umsetzung, service or sonstiges';
    comment on column "${shared}".calendly_events."startTime" is 'Calendly: start_time, UTC';
    comment on column "${shared}".calendly_events."endTime" is 'Calendly: end_time, UTC';
    comment on column "${shared}".calendly_events.status is 'Calendly: status, active or canceled';
    comment on column "${shared}".calendly_events."hostName" is 'Calendly: user_name of the first event_membership';
    comment on column "${shared}".calendly_events."hostEmail" is 'Calendly: user_email of the first event_membership';
    comment on column "${shared}".calendly_events."userId" is 'belongs to the dashboard; a sync never overwrites it';
    comment on column "${shared}".calendly_events."inviteeName" is 'Calendly: name of the first invitee; all are in qapix.calendly_invitee';
    comment on column "${shared}".calendly_events."inviteeEmail" is 'Calendly: email of the first invitee';
    comment on column "${shared}".calendly_events."leadId" is 'belongs to the dashboard; a sync never overwrites it';
    comment on column "${shared}".calendly_events."syncedAt" is 'when qapix last wrote this row, UTC';

    create table "${shared}".custom_activities (
      id                text not null,
      "createdAt"       timestamp(3) not null default current_timestamp,
      "updatedAt"       timestamp(3) not null,
      "closeActivityId" text not null,
      "activityType"    text not null,
      "activityTypeId"  text,
      "leadId"          text,
      "leadEmail"       text,
      "leadName"        text,
      "userId"          text,
      "userEmail"       text,
      "userName"        text,
      "resultFieldId"   text,
      "resultValue"     text,
      "dateCreated"     timestamp(3) not null,
      "dateUpdated"     timestamp(3),
      "calendlyEventId" text,
      "matchedAt"       timestamp(3),
      "matchConfidence" double precision,
      "syncedAt"        timestamp(3) not null default current_timestamp,
      constraint custom_activities_pkey primary key (id),
      constraint "custom_activities_calendlyEventId_fkey" foreign key ("calendlyEventId")
        references "${shared}".calendly_events (id) on delete set null on update cascade
    );
    create unique index "custom_activities_closeActivityId_key" on "${shared}".custom_activities ("closeActivityId");
    create index "custom_activities_closeActivityId_idx" on "${shared}".custom_activities ("closeActivityId");
    create index "custom_activities_leadEmail_idx" on "${shared}".custom_activities ("leadEmail");
    create index "custom_activities_activityType_idx" on "${shared}".custom_activities ("activityType");
    create index "custom_activities_dateCreated_idx" on "${shared}".custom_activities ("dateCreated");
    create index "custom_activities_calendlyEventId_idx" on "${shared}".custom_activities ("calendlyEventId");

    comment on table "${shared}".custom_activities is
      'Close custom activities as the dashboard reads them. Times are UTC, to the millisecond.';
    comment on column "${shared}".custom_activities.id is '''ca_'' and "closeActivityId"';
    comment on column "${shared}".custom_activities."createdAt" is 'when this row came to be';
    comment on column "${shared}".custom_activities."updatedAt" is 'when this row last changed';
    comment on column "${shared}".custom_activities."closeActivityId" is 'Close: id of the activity';
    comment on column "${shared}".custom_activities."activityType" is 'Close: name of the custom activity type';
    comment on column "${shared}".custom_activities."activityTypeId" is 'Close: custom_activity_type_id';
    comment on column "${shared}".custom_activities."leadId" is 'Close: lead_id';
    comment on column "${shared}".custom_activities."leadEmail" is 'Close: the lead''s first email address';
    comment on column "${shared}".custom_activities."leadName" is 'Close: the lead''s display name';
    comment on column "${shared}".custom_activities."userId" is 'Close: user_id';
    comment on column "${shared}".custom_activities."userEmail" is 'Close: the user''s email address';
    comment on column "${shared}".custom_activities."userName" is 'Close: the user''s name';
    comment on column "${shared}".custom_activities."resultFieldId" is 'Close: id of the custom field that holds the result';
    comment on column "${shared}".custom_activities."resultValue" is 'Close: value of that field';
    comment on column "${shared}".custom_activities."dateCreated" is 'Close: date_created, UTC';
    comment on column "${shared}".custom_activities."dateUpdated" is 'Close: date_updated, UTC';
    comment on column "${shared}".custom_activities."calendlyEventId" is 'the event that this activity is about';
    comment on column "${shared}".custom_activities."matchedAt" is 'when the event was found, UTC';
    comment on column "${shared}".custom_activities."matchConfidence" is 'how sure that match is, 0 to 1';
    comment on column "${shared}".custom_activities."syncedAt" is 'when qapix last wrote this row, UTC';
  end if;
end
$$;
