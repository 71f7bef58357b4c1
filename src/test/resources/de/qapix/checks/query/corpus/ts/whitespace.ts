import { pool } from './db';

export const tabs = () => pool.query(`	SELECT	"id"	,	"label"	FROM	"Tag"	`);

export const tight = () => pool.query(`SELECT"id","title"FROM"Deal"WHERE"status"='OPEN'ORDER BY"id"`);

export const tall = () => pool

  .query(

    `

select

    l
    .
    "fullName"

  , l . "email"

from

    "Lead"


    l


`

  )

;

export const commented = (id: string) => pool.query(/* the text */ `-- leading comment, it's here
/* and /* nested */ another */
SELECT u."email" -- the address
FROM "User" u --
WHERE u."id" = $1 ; -- done`, /* the values */ [id]);

export const joined = () => pool.query('SELECT "id"' + "\n" + '\
FROM "Team"' + `
WHERE "timeZone" = 'Europe/Berlin'` + '' + ' ' + ("AND " + '"budgetCents" > 0'));

export const nbsp = (id: string) => pool.query(`SELECT "name" AS "team name" FROM "Team" WHERE "id" = $1`, [id]);
