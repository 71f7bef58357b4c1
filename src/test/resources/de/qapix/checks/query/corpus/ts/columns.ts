// Column lists that several queries share.
export const EVENT_COLUMNS = `
  e."id", e."startTime", e."endTime", e."status",
  e."eventTypeName", e."inviteeEmail"`;

export const LEAD_COLUMNS = '"id", "fullName", "email", "leadScore", "ownerId"';

export const CALL_FIELDS = ['id', 'user_id', 'lead_id', 'started_at', 'duration_seconds'] as const;

export const TABLES = {
  deals: '"Deal"',
  leads: '"Lead"',
  calls: 'call_log',
} as const;

const DEAL_COLUMNS = [
  'd."id"',
  'd."title"',
  'd."amountCents"',
  'd."expectedCloseDate"',
];

export const DEAL_JOIN = `FROM "Deal" d JOIN "Lead" l ON l."id" = d."leadId"`;

export default DEAL_COLUMNS;
