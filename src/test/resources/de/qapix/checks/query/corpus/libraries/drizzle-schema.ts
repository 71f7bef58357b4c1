// The tables as drizzle-orm/pg-core knows them: the names in SQL are the first arguments, or else the keys.
import { bigint, boolean, integer, jsonb, pgEnum, pgTable, pgView, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const dealStatus = pgEnum('DealStatus', ['OPEN', 'WON', 'LOST', 'ON_HOLD']);

export const users = pgTable('User', {
  id: text('id').primaryKey(),
  createdAt: timestamp('createdAt', { precision: 3 }).notNull().defaultNow(),
  updatedAt: timestamp('updatedAt', { precision: 3 }).notNull(),
  email: text('email').notNull().unique(),
  name: text('displayName').notNull(),
  team: text('teamId'),
  active: boolean('isActive').notNull().default(true),
  settings: jsonb('settings').notNull().default({}),
});

export const deals = pgTable('Deal', {
  id: text().primaryKey(),
  updatedAt: timestamp({ precision: 3 }).notNull(),
  title: text().notNull(),
  leadId: text().notNull(),
  ownerId: text(),
  stageId: text().notNull(),
  status: dealStatus().notNull().default('OPEN'),
  amountCents: bigint({ mode: 'number' }).notNull(),
  closedAt: timestamp({ precision: 3 }),
});

export const callLog = pgTable('call_log', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
  userId: text('user_id').references(() => users.id),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  durationSeconds: integer('duration_seconds').notNull(),
});

export const dealItems = pgTable('DealItem', {
  dealId: text().notNull(),
  lineNumber: integer().notNull(),
  productName: text().notNull(),
}, (t) => [primaryKey({ columns: [t.dealId, t.lineNumber] })]);

export const dealOverview = pgView('DealOverview', { dealId: text('dealId'), weightedCents: bigint('weightedCents', { mode: 'number' }) }).existing();
