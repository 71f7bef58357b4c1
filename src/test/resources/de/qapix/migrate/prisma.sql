-- CreateTable
CREATE TABLE "calendly_events" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "calendlyEventUri" TEXT NOT NULL,
    "eventTypeName" TEXT,
    "mappedType" TEXT,
    "startTime" TIMESTAMP(3) NOT NULL,
    "endTime" TIMESTAMP(3) NOT NULL,
    "status" TEXT,
    "hostName" TEXT,
    "hostEmail" TEXT,
    "userId" TEXT,
    "inviteeName" TEXT,
    "inviteeEmail" TEXT,
    "leadId" TEXT,
    "syncedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendly_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custom_activities" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "closeActivityId" TEXT NOT NULL,
    "activityType" TEXT NOT NULL,
    "activityTypeId" TEXT,
    "leadId" TEXT,
    "leadEmail" TEXT,
    "leadName" TEXT,
    "userId" TEXT,
    "userEmail" TEXT,
    "userName" TEXT,
    "resultFieldId" TEXT,
    "resultValue" TEXT,
    "dateCreated" TIMESTAMP(3) NOT NULL,
    "dateUpdated" TIMESTAMP(3),
    "calendlyEventId" TEXT,
    "matchedAt" TIMESTAMP(3),
    "matchConfidence" DOUBLE PRECISION,
    "syncedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "custom_activities_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendly_events_calendlyEventUri_key" ON "calendly_events"("calendlyEventUri");

-- CreateIndex
CREATE INDEX "calendly_events_inviteeEmail_idx" ON "calendly_events"("inviteeEmail");

-- CreateIndex
CREATE INDEX "calendly_events_startTime_idx" ON "calendly_events"("startTime");

-- CreateIndex
CREATE INDEX "calendly_events_leadId_idx" ON "calendly_events"("leadId");

-- CreateIndex
CREATE UNIQUE INDEX "custom_activities_closeActivityId_key" ON "custom_activities"("closeActivityId");

-- CreateIndex
CREATE INDEX "custom_activities_closeActivityId_idx" ON "custom_activities"("closeActivityId");

-- CreateIndex
CREATE INDEX "custom_activities_leadEmail_idx" ON "custom_activities"("leadEmail");

-- CreateIndex
CREATE INDEX "custom_activities_activityType_idx" ON "custom_activities"("activityType");

-- CreateIndex
CREATE INDEX "custom_activities_dateCreated_idx" ON "custom_activities"("dateCreated");

-- CreateIndex
CREATE INDEX "custom_activities_calendlyEventId_idx" ON "custom_activities"("calendlyEventId");

-- AddForeignKey
ALTER TABLE "custom_activities" ADD CONSTRAINT "custom_activities_calendlyEventId_fkey" FOREIGN KEY ("calendlyEventId") REFERENCES "calendly_events"("id") ON DELETE SET NULL ON UPDATE CASCADE;
