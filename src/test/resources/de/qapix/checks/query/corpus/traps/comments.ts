/**
 * Loads things. Once it was `pool.query('SELECT "gone" FROM "Gone"')`.
 * @example
 * await pool.query(`SELECT nothing FROM "Nowhere" WHERE id = ${id}`);
 */
export const load = () => {
  // pool.query("DELETE FROM old_table");
  // const q = sql`select * from ${sql('not_there')}`;
  /* await prisma.$queryRaw`SELECT "x" FROM "Y"` */
  //* it's not a block comment: ` " '
  return 1; /* `
  SELECT 1 FROM missing
  ` */
};

export const url = 'https://example.com/select?from=a&where=b'; // SELECT * FROM comment_table
export const glob = 'src/**/*.sql'; /* the star-slash of "**/
export const after = "*/ not a comment";
