-- The sales dashboard: people, leads, pipelines and deals.
-- Written the way "prisma migrate" writes: quoted PascalCase tables, quoted camelCase columns.

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('ADMIN', 'MANAGER', 'CLOSER', 'SETTER');

-- CreateEnum
CREATE TYPE "DealStatus" AS ENUM ('OPEN', 'WON', 'LOST', 'ON_HOLD');

-- CreateEnum
CREATE TYPE call_outcome AS ENUM ('reached', 'no_answer', 'voicemail', 'callback');

-- a composite type, used as a column
CREATE TYPE "PostalAddress" AS (
    street        TEXT,
    "houseNumber" TEXT,
    "postalCode"  TEXT,
    city          TEXT,
    "countryCode" CHAR(2)
);

-- CreateTable
CREATE TABLE "Team" (
    "id"           TEXT NOT NULL,
    "createdAt"    TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name"         TEXT NOT NULL,
    "parentTeamId" TEXT,
    "timeZone"     TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "budgetCents"  BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id"           TEXT NOT NULL,
    "createdAt"    TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt"    TIMESTAMP(3) NOT NULL,
    "email"        TEXT NOT NULL,
    "displayName"  TEXT NOT NULL,
    "role"         "UserRole" NOT NULL DEFAULT 'SETTER',
    "teamId"       TEXT,
    "managerId"    TEXT,
    "isActive"     BOOLEAN NOT NULL DEFAULT true,
    "lastLoginAt"  TIMESTAMP(3),
    "phoneNumbers" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "settings"     JSONB NOT NULL DEFAULT '{}',
    "hourlyRate"   DECIMAL(10,2),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lead" (
    "id"            TEXT NOT NULL,
    "createdAt"     TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt"     TIMESTAMP(3) NOT NULL,
    "closeLeadId"   TEXT,
    "firstName"     TEXT NOT NULL,
    "lastName"      TEXT NOT NULL,
    "fullName"      TEXT GENERATED ALWAYS AS ("firstName" || ' ' || "lastName") STORED,
    "email"         TEXT,
    "phone"         TEXT,
    "companyName"   TEXT,
    "leadSource"    TEXT NOT NULL DEFAULT 'website',
    "ownerId"       TEXT,
    "tagNames"      TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "scoreHistory"  INTEGER[],
    "customFields"  JSONB NOT NULL DEFAULT '{}',
    "homeAddress"   "PostalAddress",
    "leadScore"     INTEGER NOT NULL DEFAULT 0,
    "doNotContact"  BOOLEAN NOT NULL DEFAULT false,
    "firstSeenOn"   DATE,
    "searchVector"  TSVECTOR GENERATED ALWAYS AS
                      (to_tsvector('simple'::regconfig, "firstName" || ' ' || "lastName" || ' ' || coalesce("companyName", ''))) STORED,
    "deletedAt"     TIMESTAMP(3),

    CONSTRAINT "Lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pipeline" (
    "id"         TEXT NOT NULL,
    "name"       TEXT NOT NULL,
    "isDefault"  BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Pipeline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PipelineStage" (
    "id"             TEXT NOT NULL,
    "pipelineId"     TEXT NOT NULL,
    "stageName"      TEXT NOT NULL,
    "sortOrder"      INTEGER NOT NULL,
    "winProbability" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "colorHex"       TEXT NOT NULL DEFAULT '#888888',

    CONSTRAINT "PipelineStage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deal" (
    "id"                TEXT NOT NULL,
    "createdAt"         TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt"         TIMESTAMP(3) NOT NULL,
    "title"             TEXT NOT NULL,
    "leadId"            TEXT NOT NULL,
    "ownerId"           TEXT,
    "stageId"           TEXT NOT NULL,
    "status"            "DealStatus" NOT NULL DEFAULT 'OPEN',
    "amountCents"       BIGINT NOT NULL DEFAULT 0,
    "discountPercent"   DECIMAL(5,2) NOT NULL DEFAULT 0,
    "netCents"          NUMERIC GENERATED ALWAYS AS ("amountCents" * (100 - "discountPercent") / 100) STORED,
    "currencyCode"      CHAR(3) NOT NULL DEFAULT 'EUR',
    "expectedCloseDate" DATE,
    "closedAt"          TIMESTAMP(3),
    "lostReason"        TEXT,
    "stageHistory"      JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Deal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Deal_amountCents_check" CHECK ("amountCents" >= 0)
);

-- CreateTable
CREATE TABLE "DealItem" (
    "dealId"         TEXT NOT NULL,
    "lineNumber"     INTEGER NOT NULL,
    "productName"    TEXT NOT NULL,
    "unitPriceCents" BIGINT NOT NULL,
    "quantity"       INTEGER NOT NULL DEFAULT 1,
    "lineTotalCents" BIGINT GENERATED ALWAYS AS ("unitPriceCents" * "quantity") STORED,

    CONSTRAINT "DealItem_pkey" PRIMARY KEY ("dealId", "lineNumber")
);

-- CreateTable: an implicit many-to-many relation as Prisma makes it
CREATE TABLE "Tag" (
    "id"    SERIAL NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "_DealToTag" (
    "A" TEXT NOT NULL,
    "B" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE INDEX "User_teamId_idx" ON "User"("teamId");
CREATE UNIQUE INDEX "Lead_closeLeadId_key" ON "Lead"("closeLeadId");
CREATE UNIQUE INDEX "Lead_email_active_key" ON "Lead"(lower("email")) WHERE "deletedAt" IS NULL;
CREATE INDEX "Lead_ownerId_idx" ON "Lead"("ownerId");
CREATE INDEX "Lead_searchVector_idx" ON "Lead" USING gin ("searchVector");
CREATE UNIQUE INDEX "PipelineStage_pipelineId_sortOrder_key" ON "PipelineStage"("pipelineId", "sortOrder");
CREATE INDEX "Deal_leadId_idx" ON "Deal"("leadId");
CREATE INDEX "Deal_ownerId_status_idx" ON "Deal"("ownerId", "status");
CREATE UNIQUE INDEX "Tag_label_key" ON "Tag"("label");
CREATE UNIQUE INDEX "_DealToTag_AB_unique" ON "_DealToTag"("A", "B");
CREATE INDEX "_DealToTag_B_index" ON "_DealToTag"("B");

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_parentTeamId_fkey" FOREIGN KEY ("parentTeamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "User" ADD CONSTRAINT "User_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "User" ADD CONSTRAINT "User_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PipelineStage" ADD CONSTRAINT "PipelineStage_pipelineId_fkey" FOREIGN KEY ("pipelineId") REFERENCES "Pipeline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "PipelineStage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DealItem" ADD CONSTRAINT "DealItem_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_DealToTag" ADD CONSTRAINT "_DealToTag_A_fkey" FOREIGN KEY ("A") REFERENCES "Deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_DealToTag" ADD CONSTRAINT "_DealToTag_B_fkey" FOREIGN KEY ("B") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;
