import { Prisma } from '@prisma/client';
import { sql } from './db';

export { EVENT_COLUMNS, LEAD_COLUMNS as LEAD_FIELDS } from './columns';
export { default as DEAL_LIST } from './columns';

export const activeEvents = Prisma.sql`e."status" = 'active' AND e."endTime" > now()`;

export const notDeleted = (alias: string) => `${alias}."deletedAt" IS NULL`;

export function ownedBy(userId?: string) {
  return userId ? Prisma.sql`AND d."ownerId" = ${userId}` : Prisma.empty;
}

/** For postgres.js. */
export const since = (day: Date | null) => (day ? sql`and c.started_at >= ${day}` : sql``);

export function paginate(limit = 50, offset = 0): string {
  return `LIMIT ${Number(limit)} OFFSET ${Number(offset)}`;
}

export const orderByScore = 'ORDER BY "leadScore" DESC, "id"';
