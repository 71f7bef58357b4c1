// No SQL at all: texts of a user interface that begin, or go on, like SQL.
import * as React from 'react';

const messages = {
  'deal.create': 'Create a new deal for {lead}',
  'deal.createView': 'Create view from the current filters',
  'deal.delete': 'Delete this deal?',
  'deal.deleteFrom': 'Delete from list where it no longer belongs',
  'deal.update': 'Update the deal and set its stage',
  'lead.select': 'Select a lead from the list, or create a new one',
  'lead.insert': 'Insert into your calendar',
  'lead.merge': 'Merge into another lead',
  'lead.with': 'With this lead as owner, select a team',
  'lead.values': 'Values (in thousands)',
  'mail.greeting': `With love, ${'Anna'}`,
  'mail.call': 'Call us: (089) 12 34',
  'table.alter': 'Alter table layout',
  'table.drop': 'Drop column here',
  'table.truncate': 'Truncate table cells',
  'show.all': 'Show all events',
  'explain': 'Explain analyze results to me',
  'begin': 'Begin',
  'commit': 'Commit',
  'copy': 'Copy to clipboard',
  'grant': 'Grant select users access',
  'lock': 'Lock table rows',
  'set': 'Set default',
  'from': 'FROM the team WITH love',
};

export function Picker({ names, n }: { names: string[]; n: number }) {
  return (
    <div>
      <p>SELECT one FROM these, it's easy; WHERE's the problem?</p>
      <input placeholder="SELECT * FROM leads WHERE …" aria-label='DELETE FROM "favourites"' />
      <code>select count(*) from pg_stat_activity</code>
      <pre>{`
        -- an example for the reader
        SELECT name FROM customers WHERE city = 'Berlin';
      `}</pre>
      <select title={`Select ${n} of ${names.length} from the list`}>
        {names.map((name) => <option key={name}>Update {name}</option>)}
      </select>
      <button title="Delete from &quot;Deal&quot;?">{messages['deal.delete']}</button>
      <Trans>With <b>{names[0]}</b> as host, select a slot from the calendar</Trans>
    </div>
  );
}

function Trans({ children }: { children: React.ReactNode }) { return <>{children}</>; }
