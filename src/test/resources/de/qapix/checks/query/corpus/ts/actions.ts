'use server';

import { Prisma } from '@prisma/client';
import { pool, prisma } from './db';

const toasts = {
  created: 'Create a new lead',
  deleted: 'Delete this deal?',
  updated: 'Update your profile',
  selected: `Select an option from the list`,
  greeting: `With love, your ${process.env.TEAM ?? 'team'}`,
};

export async function saveNote(form: FormData) {
  const leadId = String(form.get('leadId')), body = String(form.get('body'));
  const { rows } = await pool.query<{ noteId: string }>(
    `INSERT INTO "LeadNote" ("leadId", "body") VALUES ($1, $2) RETURNING "id" AS "noteId"`, [leadId, body]);
  return { message: toasts.created, noteId: rows[0]?.noteId };
}

export async function deleteNote(id: number) {
  await prisma.$executeRaw`DELETE FROM "LeadNote" WHERE "id" = ${id}`;
  return { message: toasts.deleted };
}

export const pinNote = async (id: number, pinned: boolean) => {
  await prisma.$executeRaw(Prisma.sql`UPDATE "LeadNote" SET "isPinned" = ${pinned} WHERE "id" = ${id}`);
  return { message: toasts.updated };
};

export async function assign(leadIds: string[], ownerId: string | null) {
  if (!leadIds.length) return 0;
  return prisma.$executeRaw`
    UPDATE "Lead" SET "ownerId" = ${ownerId}, "updatedAt" = now()
    WHERE "id" IN (${Prisma.join(leadIds)})`;
}

export async function saveSettings(userId: string, settings: Record<string, unknown>) {
  const [user] = await prisma.$queryRaw<{ settings: object }[]>`
    UPDATE "User"
    SET "settings" = "settings" || ${JSON.stringify(settings)}::jsonb
    WHERE "id" = ${userId}
    RETURNING "settings"`;
  return user?.settings;
}

export async function chooseStage(dealId: string, name: string) {
  return pool.query(
    `
    UPDATE "Deal" d
    SET "stageId" = s."id"
    FROM "PipelineStage" s
    WHERE s."stageName" = $2 AND d."id" = $1
    `, [dealId, name]).then(({ rowCount }) => rowCount ?? 0);
}
