import { Prisma, type PrismaClient } from '@prisma/client';
import { activeEvents, EVENT_COLUMNS } from './fragments';

interface EventRow { id: string; startTime: Date; leadName: string | null; totalEvents?: bigint }

type Range = { from: Date; to: Date };

/** Events of Calendly as the dashboard shows them. It's `raw` SQL, because "groupBy" can't do it. */
export class EventsRepository {
  private static readonly SELECT = Prisma.sql`SELECT e."id", e."startTime", e."endTime", e."mappedType" FROM "CalendlyEvent" e`;

  constructor(private readonly prisma: PrismaClient) {}

  today(): Promise<EventRow[]> {
    return this.prisma.$queryRaw<EventRow[]>`
      SELECT e."id", e."startTime", l."fullName" AS "leadName"
      FROM "CalendlyEvent" e
      LEFT JOIN "Lead" l ON l."id" = e."leadId"
      WHERE e."startTime"::date = CURRENT_DATE
      ORDER BY e."startTime"
    `;
  }

  async between({ from, to }: Range, hostId?: string) {
    const rows = await this.prisma.$queryRaw<EventRow[]>`
      SELECT ${Prisma.raw(EVENT_COLUMNS)}
      FROM "CalendlyEvent" e
      WHERE e."startTime" >= ${from} AND e."startTime" < ${to}
      ${hostId ? Prisma.sql`AND e."hostId" = ${hostId}` : Prisma.empty}
      ORDER BY e."startTime" ASC`;
    return rows;
  }

  upcoming(limit: number = 20) {
    return this.prisma.$queryRaw<EventRow[]>`SELECT e.* FROM "CalendlyEvent" e WHERE ${activeEvents} ORDER BY e."startTime" LIMIT ${limit}`;
  }

  async countByType(types: string[]): Promise<Map<string, number>> {
    const rows = await this.prisma.$queryRaw<{ mappedType: string; totalEvents: bigint }[]>(Prisma.sql`
      SELECT e."mappedType", count(*) AS "totalEvents"
      FROM "CalendlyEvent" e
      WHERE e."mappedType" IN (${Prisma.join(types)})
      GROUP BY e."mappedType"`);
    return new Map(rows.map((row) => [row.mappedType, Number(row.totalEvents)]));
  }

  byUri(uri: string) {
    return this.prisma.$queryRaw<EventRow[]>`${EventsRepository.SELECT} WHERE e."calendlyEventUri" = ${uri}`;
  }

  byStatus(status: 'active' | 'canceled') {
    const where = Prisma.sql`WHERE e."status" = ${status}::"EventStatus"`;
    const query = Prisma.sql`${EventsRepository.SELECT} ${where} ORDER BY 2 DESC`;
    return this.prisma.$queryRaw<EventRow[]>(query);
  }

  /* the same again, "unsafe": `$1` and not ${…} */
  async ofInvitee(email: string, limit = 5) {
    return this.prisma.$queryRawUnsafe<EventRow[]>(
      'SELECT e."id", e."startTime" FROM "CalendlyEvent" e WHERE lower(e."inviteeEmail") = lower($1) ORDER BY e."startTime" DESC LIMIT $2',
      email,
      limit,
    );
  }

  async cancel(id: string, reason: string): Promise<number> {
    return this.prisma.$executeRaw`UPDATE "CalendlyEvent" SET "status" = 'canceled', "cancelReason" = ${reason}, "updatedAt" = now() WHERE "id" = ${id}`;
  }

  async link(eventId: string, leadId: string | null) {
    const [row] = await this.prisma.$queryRaw<{ eventId: string }[]>`
      UPDATE "CalendlyEvent" AS e
         SET "leadId" = ${leadId},
             "updatedAt" = ${new Date()}
       WHERE e."id" = ${eventId}
   RETURNING e."id" AS "eventId"`;
    return row?.eventId;
  }

  purge = async (before: Date): Promise<number> =>
    this.prisma.$executeRawUnsafe(`DELETE FROM "CalendlyEvent" WHERE "endTime" < $1 AND "leadId" IS NULL`, before);

  async overlapping(hostId: string) {
    return this.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${hostId}))`;
      return tx.$queryRaw<{ first: string; second: string }[]>`
        SELECT a."id" AS "first", b."id" AS "second"
        FROM "CalendlyEvent" a
        JOIN "CalendlyEvent" b ON b."hostId" = a."hostId" AND b."id" > a."id"
         AND (a."startTime", a."endTime") OVERLAPS (b."startTime", b."endTime")
        WHERE a."hostId" = ${hostId}
      `;
    });
  }
}
