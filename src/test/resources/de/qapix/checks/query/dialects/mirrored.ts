import { PrismaClient } from "@prisma/client";
import { queryClickhouse, sql } from "./stores";
const prisma = new PrismaClient();

// ClickHouse's, though PostgreSQL has tables of these names too.
export async function pages(projectId: string) {
  const filter = projectId ? "WHERE project_id = {projectId: String}" : "";
  const query = `SELECT page AS pageName, sum(hits) AS totalHits FROM event_log ${filter}`;
  return queryClickhouse({ query, params: { projectId } });
}
const statement = () => "SELECT nothing FROM visit";
export const some = () => queryClickhouse({ query: statement() });

// PostgreSQL's.
export const log = () => prisma.$queryRaw`SELECT pages FROM event_log`;
export const count = () => sql`SELECT count() FROM visit`;
