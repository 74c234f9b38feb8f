import { reports } from '../src/reports';

/** What `report --help` prints. */
export function reportHelp(): string {
  return `npm run -s report -- [OPTIONS]

Runs the built add-on in the workbench: logs in, saves a query, refreshes it. Prints one line of JSON
{ok, rows, requests, sheetCalls, virtualSeconds, cpuSeconds, peakMb, warnings, problem}. The exit code is 0 only when
the table is complete. Whatever takes longer than two seconds says how far it is on the error stream.

What to ask
  --report ID            ${reports.map(({ id }) => id).join(', ')}; by default time-entries
  --accounts NAME        name or id of an account; again for each further one; by default the one its owner works in
  --from DAY --to DAY    both included, yyyy-mm-dd
  --preset NAME          today, last-week, this-quarter, last-7-days, last-7-days-to-today ...; by default last-month
  --columns a,b,c        ids of columns, or all; by default the report's own choice
  --zone ZONE            such as Europe/Berlin; by default that of the Clockify profile
  --query FILE           a saved query as JSON; the other options override it

Where from
  CLOCKIFY_API_KEY       in the environment: the key; the demo's own where the demo is used
  --region NAME          global, eu, us, uk, au or a sub-domain; by default found by trying
  --clockify URL         sends every request to this server
  --live                 sends them to the real Clockify; by default a demo answers
  --now MOMENT           the clock, such as 2026-08-31T09:00:00Z

Where to
  --csv FILE             the table as it is displayed; texts that begin like a formula get an apostrophe before them
  --csv-raw              leaves such texts as they are
  --json FILE            the table as cell values, with the formats of its columns
  --locale LOCALE        the spreadsheet's: en_US or de_DE

  --help                 prints this
`;
}

/** What `start --help` prints. */
export const startHelp = `npm start -- [OPTIONS]

Serves a page with a spreadsheet and the add-on's sidebar, and a demo Clockify with keys to try, until Ctrl-C.

  --port N               the port; by default 8765, or any that is free
  --workbook FILE        keeps the spreadsheet and the logins in a file, between one start and the next
  --locale LOCALE        the spreadsheet's: en_US or de_DE
  --clockify URL         sends Clockify's requests to this server
  --live                 sends them to the real Clockify; by default a demo answers
  --help                 prints this
`;

/** What `bench --help` prints. */
export const benchHelp = `npm run bench -- [OPTIONS]

Measures refreshes of 1,000, 10,000 and 100,000 entries, the bundle, the sidebar and the page; writes bench.json.

  --accounts NAME        one account in their place
  --from DAY --to DAY    the period; by default 2026-01-01 to 2026-03-31
  --clockify URL         sends Clockify's requests to this server; the key is CLOCKIFY_API_KEY
  --help                 prints this
`;
