// Nightly work. Indented with tabs; semicolons left out where the standard allows it
const { pool, legacy } = require('./db')

const DAYS = 30

const run = async () => {
	const client = await pool.connect()
	try {
		const { rows } = await client.query(`
			SELECT	g."userId",
				g."monthStart",
				g."targetCents" - g."achievedCents" AS "missingCents"
			FROM	"MonthlyGoal" g
			WHERE	g."monthStart" = date_trunc('month', now())::date
		`)
		for (const row of rows) {
			await client.query('CALL "recalculateGoal"($1, $2)', [row.userId, row.monthStart])
		}
		await client.query(`DELETE FROM audit_log WHERE happened_at < now() - interval '${DAYS} days'`)
		await client.query('REFRESH MATERIALIZED VIEW "MonthlyRevenue"')
	} finally {
		client.release()
	}
}

const archive = async (before = '2024-01-01') => {
	await legacy.run('UPDATE "Pipeline" SET "archivedAt" = now() WHERE "archivedAt" IS NULL AND NOT "isDefault" AND "name" LIKE ?', ['old%'])
	return legacy.all(`
		WITH moved AS (
			DELETE FROM "CustomActivity" ca
			WHERE ca."dateCreated" < ?
			RETURNING ca.*
		)
		SELECT m."activityType", count(*) AS "movedCount"
		FROM moved m
		GROUP BY m."activityType"`, [before])
}

// a line that begins with a parenthesis or a backtick continues the one before
const stale = (days) => legacy.all('SELECT l."id" FROM "Lead" l WHERE l."updatedAt" < now() - ?::int * interval \'1 day\' AND NOT EXISTS (SELECT 1 FROM "Deal" d WHERE d."leadId" = l."id" AND d."status" = ?::"DealStatus")', [days, 'OPEN'])

module.exports = { run, archive, stale }
