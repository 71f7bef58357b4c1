import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const a = (e: string) => prisma.$executeRaw`INSERT INTO "User" (email) VALUES (${e})`; // bad: missing-value id, "updatedAt"
export const b = (e: string) => prisma.$executeRaw`INSERT INTO "User" (id, email, "updatedAt") VALUES (gen_random_uuid(), ${e}, now())`; // ok
export const c = (e: string) => prisma.$executeRaw`INSERT INTO "User" (id, email, "updatedAt") VALUES ('x', ${e}, NULL)`; // bad: missing-value "updatedAt"
