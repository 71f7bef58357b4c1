// css``, html`` and the like: other tags than those of SQL.
declare const css: any, html: any, styled: any, svg: any, keyframes: any, markdown: any, dedent: any, i18n: any, cypher: any, groq: any;

export const box = css`
  select { color: red; }
  update { from: 0; }
  &::before { content: "it's; -- here"; }
`;

export const Button = styled.button<{ on: boolean }>`
  ${({ on }: { on: boolean }) => on && css`border: 1px solid;`}
  with: ${(p: any) => p.theme.width}px;
`;

export const page = (names: string[]) => html`
  <select name="from">${names.map((n) => html`<option value=${n}>Select ${n} from here</option>`)}</select>
  <button @click=${() => alert('Delete from list?')}>Delete from list</button>
`;

export const spin = keyframes`from { top: 0 } to { top: 1px }`;
export const icon = svg`<path d="M 0 0"/>`;
export const help = markdown`
  Select the deals from the table where you want to **update** the stage:

      SELECT * FROM the_manual WHERE page = 3
`;
export const mail = dedent`
  With best regards
  Update your calendar from here: https://example.com
`;
export const sentence = i18n`Delete ${3} leads from ${'list'}`;
export const graph = cypher`MATCH (l:Lead)-[:OWNS]->(d:Deal) WITH l, count(d) AS n WHERE n > 3 DELETE l`;
export const cms = groq`*[_type == "post" && select(a => b)]{ title, "from": author->name }`;
