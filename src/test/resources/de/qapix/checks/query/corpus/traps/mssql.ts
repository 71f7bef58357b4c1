// Another database: SQL Server.
import sql from 'mssql';

export async function top(owner: string) {
  const pool = await sql.connect(process.env.MSSQL_URL!);
  const a = await pool.request().input('owner', sql.NVarChar, owner).query('SELECT TOP 10 [Id], [Name] FROM [dbo].[Accounts] WITH (NOLOCK) WHERE [Owner] = @owner');
  const b = await sql.query`SELECT TOP (5) Id FROM dbo.Opportunities WHERE Owner = ${owner} AND IsOpen = 1`;
  await pool.request().query(`DECLARE @t TABLE (Id int); INSERT INTO @t EXEC dbo.ListIds; SELECT Id FROM @t`);
  return [a.recordset, b.recordset];
}
