import * as React from 'react';
import { sql } from './db';

interface Props { ownerId: string; onlyOpen?: boolean }

type DealRow = { id: string; title: string; amountCents: string; stageName: string };

function Empty() {
  return <p>There's nothing here: it's "empty". Select a pipeline from the list where you'd like to start; don't worry.</p>;
}

export async function loadDeals({ ownerId, onlyOpen = true }: Props) {
  return sql<DealRow[]>`
    select d."id", d."title", d."amountCents", s."stageName"
    from "Deal" d
    join "PipelineStage" s on s."id" = d."stageId"
    where d."ownerId" = ${ownerId}
    ${onlyOpen ? sql`and d."status" = 'OPEN'` : sql``}
    order by d."createdAt" desc`;
}

export default async function DealsTable(props: Props) {
  const deals = await loadDeals(props);
  const [sum] = await sql<{ totalCents: string }[]>`select sum("amountCents") as "totalCents" from "Deal" where "ownerId" = ${props.ownerId}`;
  if (!deals.length) return <Empty />;
  return (
    <section title='Update your deals' aria-label="Delete from here">
      {/* it's a comment with a ` backtick */}
      <h2>{props.ownerId}'s deals</h2>
      <table>
        <tbody>
          {deals.map((deal) => (
            <tr key={deal.id} className={`deal ${deal.stageName === 'won' ? 'is-won' : ''}`}>
              <td>{deal.title || 'Don\'t know'}</td>
              <td>{Number(deal.amountCents) / 100} €</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>That's {sum?.totalCents ?? 0} cents — isn't it?</p>
      <button onClick={() => void archive(props.ownerId)}>Delete these deals</button>
    </section>
  );
}

export async function archive(ownerId: string) {
  await sql`update "Deal" set "status" = 'ON_HOLD' where "ownerId" = ${ownerId} and "status" = 'OPEN'`;
}

export const Details = async ({ id }: { id: string }) => {
  const [deal] = await sql`select ov."title", ov."leadFullName", ov."weightedCents" from "DealOverview" ov where ov."dealId" = ${id}`;
  const items = await sql`select "productName", "lineTotalCents" from "DealItem" where "dealId" = ${id} order by "lineNumber"`;
  return <>
    <p>Lead: {deal?.leadFullName} &lt;we're on it&gt;</p>
    <ul>{items.map((i) => <li>{i.productName}: {`${i.lineTotalCents} ct`}</li>)}</ul>
  </>;
};
