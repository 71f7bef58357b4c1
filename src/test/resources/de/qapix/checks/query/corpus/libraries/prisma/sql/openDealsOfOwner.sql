-- @param {String} $1:ownerId The owner's id
-- @param {Int} $2:minimumCents
SELECT d."id", d."title", d."amountCents", s."stageName"
FROM "Deal" d
JOIN "PipelineStage" s ON s."id" = d."stageId"
WHERE d."ownerId" = $1 AND d."amountCents" >= $2 AND d."status" = 'OPEN'
