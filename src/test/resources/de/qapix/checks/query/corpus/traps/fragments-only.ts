// Pieces of SQL in the hands of query builders: never a statement of their own.
declare const knex: any, sequelize: any, qb: any, sql: any, users: any, db: any, Op: any;

export const a = () => knex('somewhere').select(knex.raw('count(*) as n'), 'kind').whereRaw('"createdAt" > now() - interval \'1 day\'').groupByRaw('kind');
export const b = () => sequelize.literal('(SELECT COUNT(*) FROM "Notes" AS note WHERE note."taskId" = "Task"."id")');
export const c = () => qb.where('task.ownerName = :name', { name: 'x' }).andWhere('task.state IN (:...states)', { states: [] }).orderBy('task.dueDate', 'DESC');
export const d = () => db.select({ n: sql`count(*)`.mapWith(Number) }).from(users).where(sql`${users.name} ilike ${'%x%'}`);
export const e = sql`"leadScore" + 1`;
export const f = [sql`a = 1`, sql`b = 2`];
export const g = sql`, "extraColumn"`;
export const h = (desc: boolean) => (desc ? sql`desc nulls last` : sql`asc`);
export const i = () => sequelize.where(sequelize.fn('lower', sequelize.col('displayTitle')), { [Op.like]: 'a%' });
