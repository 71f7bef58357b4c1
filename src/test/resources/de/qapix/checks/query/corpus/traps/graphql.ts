// GraphQL, not SQL, though it has select, update, delete, insert, where and from in it.
declare function gql(strings: TemplateStringsArray, ...values: unknown[]): unknown;
declare const client: { query(o: object): Promise<unknown>; mutate(o: object): Promise<unknown>; request(s: string, v?: object): Promise<unknown> };

const DEAL_FIELDS = gql`
  fragment DealFields on Deal { id title amountCents }
`;

export const DEALS = gql`
  query Deals($where: DealFilter, $from: Date) {
    deals(where: $where, from: $from, orderBy: { createdAt: desc }) { ...DealFields }
  }
  ${DEAL_FIELDS}
`;

export const deleteDeal = (id: string) => client.mutate({
  mutation: gql`mutation { delete_deal(where: { id: { _eq: ${id} } }) { affected_rows } }`,
});

export const viaText = () => client.request(/* GraphQL */ `
  mutation UpdateDeal($set: deal_set_input!) { update_deal(where: {}, _set: $set) { returning { id } } }
`);

export const list = () => client.query({ query: DEALS, variables: { where: { status: 'OPEN' } } });
export const plain = () => client.query({ query: `{ select(from: "leads") { id } }` });
