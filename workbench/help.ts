import { OPERATORS } from '../src/query/filter';
import { PRESETS } from '../src/query/period';
import { reports } from '../src/reports';
import { SPLIT_MOST } from './args';
import { PRESET_FORMS } from './period';

/** Words with commas between them, in lines that stand beside an option. */
function lines(words: readonly string[]): string {
  const width = 96;
  const found: string[] = [];
  for (const word of words.map((each, index) => (index < words.length - 1 ? `${each},` : each))) {
    const last = found.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) found.push(`${found.pop()} ${word}`);
    else found.push(word);
  }
  return found.join(`\n${' '.repeat(25)}`);
}

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
  --preset NAME          ${lines([...PRESETS, ...PRESET_FORMS])};
                         by default last-month
  --columns a,b,c        ids of columns, or all; by default the report's own choice. hours:share and hours:running show a
                         metric's share of the total and its running total
  --zone ZONE            such as Europe/Berlin; by default that of the Clockify profile
  --query FILE           a saved query as JSON; the other options override it, but conditions of --where are added to its
                         own. Again for each further one: they are refreshed as one job, with a line for each and then
                         {requests} of all; the files of --csv and --json get the number of their query: table-2.csv

Which rows
  --grain GRAIN          each: one row for each entry, project, person ...; grouped: one for each combination of the
                         dimensions among the columns. By default grouped, unless a column is of one entry alone
  --where FIELD:OP:VALUE[,VALUE...]
                         a condition; again for each further one: all must hold. A comma in a value is written \\,
                         OP: ${lines(OPERATORS)}
                         is and is-not take names or ids. Texts ignore case; matches knows * and ?; between takes two
                         values, both included; empty and not-empty take none. What is empty is not X and does not
                         contain X, and is neither greater nor less than anything
                         Values: 2026-08-31, 2026-08, 7.5 or 7:30 hours, 0.8 or 80%, true, false, amounts as 12.50
  --fill a,b             dates, people, projects: rows also for those without time
  --sort FIELD[:desc]    again for each further one; by default by the dimensions from left to right
  --limit N              the most rows
  --totals               a row with the totals, one for each currency

Which columns
  --split FIELD          a column for each value of a dimension
  --split-most N         the most of them, the largest first; the rest is added up as Others; by default ${SPLIT_MOST}
  --compare WITH         previous-period, previous-year or FROM..TO: value, change and change % beside each metric

How much it takes
  --plan                 only says how many requests it takes: {requests, atLeast, readings: [{dataset, account, requests}]};
                         nothing is asked but who the key's owner is and which accounts there are

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

Measures refreshes of 1,000, 10,000 and 100,000 entries, what questions of every kind take, a million entries by client, the
bundle, the sidebar and the page; writes bench.json.

  --accounts NAME        one account in their place
  --from DAY --to DAY    the period; by default 2026-01-01 to 2026-03-31
  --clockify URL         sends Clockify's requests to this server; the key is CLOCKIFY_API_KEY
  --help                 prints this
`;

/** What `faults --help` prints. */
export const faultsHelp = `npm run faults -- [OPTIONS]

Breaks on purpose what can break around a refresh, and looks whether anything was lost or wrong: executions ended at every
service call, Clockify's answers, Google's services, two at once, a month of scheduled runs, a million entries. Prints a line
for each kind of thing that was tried, and each fault below it; writes faults.json. Exit code 1 when anything was wrong.

  --only NAME            one campaign: kill, api, platform, interleavings, endurance, million; may be given several times
  --what TEXT            of kill, api, platform and interleavings only the lines that hold this text
  --seed N               what chance decides by; by default 1
  --short                a sample of each kind, for CI
  --help                 prints this
`;
