import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArgs } from '../../workbench/args';
import { keys } from '../../workbench/clockify/keys';
import { texts } from '../../workbench/clockify/world/quirks/texts';
import { command, type Left, linesOfCsv, report } from './command';
import { newGround } from './ground';

const ground = newGround();

const NOW = ['--now', '2026-07-01T09:00:00Z'];
const JUNE = ['--from', '2026-06-01', '--to', '2026-06-14'];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);

interface JsonTable {
  tab: string;
  range: string;
  columns: { title: string; format: string }[];
  rows: (string | number | boolean)[][];
}

const jsonIn = (name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as JsonTable;
const csvIn = (name: string) => linesOfCsv(readFileSync(file(name), 'utf8'));

/** Runs a command that must end well. */
async function complete(words: string[]): Promise<Left> {
  const left = await report([...NOW, ...words]);
  expect(left.line.problem).toBeNull();
  expect(left.code).toBe(0);
  return left;
}

/** The problem that a command ends with; holds that the exit code and the line say so. */
async function refused(words: string[], key?: string) {
  const { code, line } = await report([...NOW, ...words], { key });
  expect({ code, ok: line.ok, rows: line.rows }).toEqual({ code: 1, ok: false, rows: 0 });
  return line.problem;
}

describe('without an argument', () => {
  let left: Left;

  beforeAll(async () => {
    left = await report([]);
  });

  test('it prints one line of JSON', () => {
    const number = expect.any(Number);
    expect(left.out).toMatch(/^\{.*\}\n$/);
    expect(left.line).toEqual({
      ok: true,
      rows: number,
      // Six to log in, and one for each thousand entries.
      requests: 6 + Math.ceil(left.line.rows / 1000),
      sheetCalls: number,
      virtualSeconds: number,
      cpuSeconds: number,
      peakMb: number,
      warnings: [],
      problem: null,
    });
  });

  test('it ends with exit code 0', () => {
    expect(left.code).toBe(0);
  });

  test('it shows the first rows, and how many there are more', () => {
    const { rows } = left.line;
    // What takes its time says how far it is, before.
    expect(left.error).toMatch(/^Time entries of Lumen & Loom, last month \(Europe\/Berlin\), in the tab/m);
    expect(left.error).toContain(`… and ${(rows - 10).toLocaleString('en-US')} more rows`);
  });
});

describe('the files of a table', () => {
  const columns = ['date', 'description', 'duration', 'amount', 'currency', 'billable', 'entry-id'];
  const words = ['--accounts', 'Quirks', '--from', '2026-01-05', '--to', '2026-01-28'];
  const asked = [...words, '--zone', 'Asia/Kathmandu', '--columns', columns.join()];

  beforeAll(async () => {
    await complete([...asked, '--csv', file('en.csv'), '--json', file('en.json')]);
    await complete([...asked, '--csv', file('raw.csv'), '--csv-raw']);
    await complete([...asked, '--csv', file('de.csv'), '--json', file('de.json'), '--locale', 'de_DE']);
  });

  const held = texts.map((text) => text.replaceAll('\u0000', ''));

  test('as CSV have an apostrophe before each text that begins like a formula, and every other text as it is', () => {
    const descriptions = csvIn('en.csv').map(([, description]) => description);
    const written = held.map((text) => (/^[=+@-]/.test(text) ? `'${text}` : text));
    expect(descriptions).toEqual(['Description', ...written]);
  });

  test('as raw CSV have every text as it is, whatever is in it', () => {
    expect(csvIn('raw.csv').map(([, description]) => description)).toEqual(['Description', ...held]);
  });

  test('as CSV have values as the grid shows them', () => {
    const [titles, [date, , duration, amount, currency, billable]] = csvIn('en.csv');
    expect(titles).toEqual(['Date', 'Description', 'Duration', 'Amount', 'Currency', 'Billable', 'Entry ID']);
    expect([date, duration, amount, currency, billable]).toEqual([
      '2026-01-05',
      '0:30:00',
      '50.00',
      'EUR',
      'TRUE',
    ]);
  });

  test('as CSV of a German spreadsheet have a decimal comma', () => {
    expect(csvIn('de.csv')[1][3]).toBe('50,00');
  });

  test('as JSON have dates as serial numbers, durations as parts of a day, and booleans', () => {
    const [[date, , duration, amount, currency, billable]] = jsonIn('en.json').rows;
    expect([date, duration, amount, currency, billable]).toEqual([46_027, 1 / 48, 50, 'EUR', true]);
  });

  test('as JSON have the formats of their columns', () => {
    const formats = jsonIn('en.json').columns.map(({ title, format }) => [title, format]);
    expect(Object.fromEntries(formats)).toMatchObject({
      Date: 'yyyy-mm-dd',
      Duration: '[h]:mm:ss',
      Amount: '#,##0.00',
    });
  });

  test('as JSON say where the table is', () => {
    const { tab, range } = jsonIn('en.json');
    expect([tab, range]).toEqual(['Time entries', 'A1:G25']);
  });

  test('as JSON are the same in a German spreadsheet', () => {
    expect(jsonIn('de.json')).toEqual(jsonIn('en.json'));
  });

  test('as JSON have the entries of the truth', async () => {
    const question = { workspace: 'Quirks', from: '2026-01-05', to: '2026-01-28', zone: 'Asia/Kathmandu' };
    const { ids } = await ground.control.truth({ ...question, now: Date.parse(NOW[1]) });
    const found = jsonIn('en.json').rows.map((row) => String(row[6]));
    expect(found.sort()).toEqual(ids.sort());
  });
});

describe('two accounts and a preset', () => {
  let table: JsonTable;

  beforeAll(async () => {
    const words = ['--accounts', 'harbour works', '--accounts', 'Lumen & Loom', '--preset', 'last-week'];
    await complete([...words, '--columns', 'date', '--json', file('two.json')]);
    table = jsonIn('two.json');
  });

  test('give a column that says which account', () => {
    expect(table.columns.map(({ title }) => title)).toEqual(['Account', 'Date']);
    expect(new Set(table.rows.map(([account]) => account))).toEqual(
      new Set(['Harbour Works', 'Lumen & Loom']),
    );
  });

  test('go by --now', () => {
    const dates = table.rows
      .filter(([account]) => account === 'Harbour Works')
      .map(([, date]) => Number(date));
    // 1 July 2026 is a Wednesday: the week before began on Monday 22 June.
    expect([Math.min(...dates), Math.max(...dates)]).toEqual([46_195, 46_199]);
  });
});

test('--columns all has every field of the report', async () => {
  await complete(['--report', 'clients', '--columns', 'all', '--json', file('all.json')]);
  expect(jsonIn('all.json').columns.map(({ title }) => title)).toEqual([
    'Client',
    'Email',
    'CC emails',
    'Address',
    'Note',
    'Currency',
    'Archived',
    'Clients',
    'Client ID',
    'Currency ID',
    'Account ID',
  ]);
});

describe('--query FILE', () => {
  const stored = {
    version: 1,
    id: 'q1',
    name: 'Hours for the bank',
    report: 'time-entries',
    accounts: [{ login: 'somebody', workspace: 'Harbour Works', name: 'Harbour Works' }],
    period: { kind: 'fixed', from: '2026-06-01', to: '2026-06-05' },
    zone: 'Europe/London',
    columns: [{ field: 'date', title: 'Day' }, { field: 'hours' }],
    options: { durations: 'decimal' },
    target: { kind: 'placed', range: 'Clockify_Hours', sheet: 7, row: 3, column: 3 },
  };

  beforeEach(() => writeFileSync(file('query.json'), JSON.stringify(stored)));

  test('gives the query’s columns under their own titles, in a tab of its name', async () => {
    await complete(['--query', file('query.json'), '--json', file('query-table.json')]);
    const { tab, columns } = jsonIn('query-table.json');
    expect([tab, ...columns.map(({ title }) => title)]).toEqual([
      'Hours for the bank',
      'Day',
      'Duration (decimal)',
    ]);
  });

  test('is overridden by other options', async () => {
    const words = ['--query', file('query.json'), '--from', '2026-06-02', '--to', '2026-06-02'];
    await complete([...words, '--columns', 'date', '--json', file('other.json')]);
    const { columns, rows } = jsonIn('other.json');
    expect(columns.map(({ title }) => title)).toEqual(['Date']);
    expect(new Set(rows.flat())).toEqual(new Set([46_175]));
  });

  test('of another report has that report’s columns', async () => {
    await complete(['--query', file('query.json'), '--report', 'tags', '--json', file('tags.json')]);
    expect(jsonIn('tags.json').columns.map(({ title }) => title)).toEqual(['Tag', 'Archived', 'Tag ID']);
  });

  test('that a newer version wrote is refused', async () => {
    writeFileSync(file('query.json'), JSON.stringify({ ...stored, version: 3 }));
    expect((await refused(['--query', file('query.json')]))?.code).toBe('query-newer');
  });

  test('that is no query is refused', async () => {
    writeFileSync(file('query.json'), '[]');
    expect((await refused(['--query', file('query.json')]))?.title).toMatch(/no query in it/);
  });

  test('that isn’t there is refused', async () => {
    expect((await refused(['--query', file('nothing.json')]))?.title).toMatch(/no such file/);
  });
});

const HELPED = [
  '--report',
  '--accounts',
  '--where FIELD:OP:VALUE',
  'not-contains',
  '--grain',
  '--split-most',
  '--compare',
  '--sort FIELD[:desc]',
  '--limit',
  '--totals',
  '--fill',
  '--plan',
  'all-time',
  '--csv-raw',
  '--clockify',
  'CLOCKIFY_API_KEY',
];

test('--help prints what there is, and asks nothing', async () => {
  const { code, out } = await command(['--help']);
  expect(code).toBe(0);
  for (const option of HELPED) expect(out).toContain(option);
  // It is read in a terminal.
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(130);
});

describe('--preset', () => {
  test.each([
    ['last-12-months', { kind: 'last', count: 12, unit: 'month', current: false }],
    ['last-4-weeks', { kind: 'last', count: 4, unit: 'week', current: false }],
    ['last-2-quarters-with-this-one', { kind: 'last', count: 2, unit: 'quarter', current: true }],
    ['this-year-to-date', { kind: 'to-date', unit: 'year', to: 'today' }],
    ['this-month-to-yesterday', { kind: 'to-date', unit: 'month', to: 'yesterday' }],
    ['last-7-days', { kind: 'last-days', days: 7, today: false }],
    ['last-7-days-to-today', { kind: 'last-days', days: 7, today: true }],
    ['since-2026-01-15', { kind: 'since', from: '2026-01-15', to: 'today' }],
    ['since-2026-01-15-to-yesterday', { kind: 'since', from: '2026-01-15', to: 'yesterday' }],
    ['all-time', { kind: 'all-time' }],
    ['last-quarter', { kind: 'preset', preset: 'last-quarter' }],
  ])('%s is a period', (name, period) => {
    expect(readArgs(['--preset', name]).period).toEqual(period);
  });
});

describe('--where', () => {
  const read = (text: string) => readArgs(['--where', text]).where[0];

  test('has several values, with a comma between them', () => {
    expect(read('client:is:Acme,Beta')).toEqual({ field: 'client', op: 'is', values: ['Acme', 'Beta'] });
  });

  test('has a comma in a value after a backslash, and colons as they are', () => {
    expect(read('client:is:Acme\\, Inc.,Beta: Sons').values).toEqual(['Acme, Inc.', 'Beta: Sons']);
  });

  test('has no value where none is needed', () => {
    expect(read('client:empty')).toEqual({ field: 'client', op: 'empty', values: [] });
  });
});

describe('grouped', () => {
  const MAY = ['--accounts', 'Harbour Works', '--from', '2026-05-01', '--to', '2026-05-31'];

  test('is what no column of one entry alone asks for, and one row each is what one does', async () => {
    await complete([...MAY, '--columns', 'client,hours', '--json', file('grouped.json')]);
    expect(jsonIn('grouped.json').rows.map(([client]) => client)).toEqual([
      'Port of Wexmouth',
      'Salter Boatyard',
      '',
    ]);
    const { line } = await complete([...MAY, '--columns', 'client,hours,description']);
    expect(line.rows).toBeGreaterThan(100);
  });

  test('is not what a query in a file becomes that says one row each, nor one of the first version', async () => {
    const words = ['--query', file('each.json'), '--columns', 'client,hours'];
    const stored = { report: 'time-entries', columns: [{ field: 'client' }] };
    writeFileSync(file('each.json'), JSON.stringify({ ...stored, version: 1 }));
    expect((await complete([...MAY, ...words])).line.rows).toBeGreaterThan(100);
    writeFileSync(file('each.json'), JSON.stringify({ ...stored, version: 2, grain: 'grouped' }));
    expect((await complete([...MAY, ...words])).line.rows).toBe(3);
  });

  test('has all that the options ask for', async () => {
    const words = ['--columns', 'client,hours', '--split', 'billable', '--totals', '--sort', 'client:desc'];
    const limited = ['--where', 'client:not-empty', '--where', 'user:is-not:Jonas Ekwall', '--limit', '1'];
    await complete([...MAY, ...words, ...limited, '--json', file('all.json')]);
    const { columns, rows } = jsonIn('all.json');
    expect(columns.map(({ title }) => title)).toEqual(['Client', 'No', 'Yes']);
    expect(rows.map(([client]) => client)).toEqual(['Salter Boatyard', 'Total']);
  });

  test('compares, and fills', async () => {
    const words = ['--columns', 'user,hours', '--compare', '2026-04-01..2026-04-30', '--fill', 'people'];
    await complete([...MAY, ...words, '--json', file('compared.json')]);
    expect(jsonIn('compared.json').columns.map(({ title }) => title)).toHaveLength(5);
    expect(jsonIn('compared.json').rows).toHaveLength(6);
  });
});

describe('names and ids in conditions', () => {
  const words = ['--accounts', 'Quirks', '--from', '2026-02-01', '--to', '2026-06-30'];

  test('find the same, and a name that two things have finds both', async () => {
    const columns = ['--columns', 'project-id,project,description'];
    await complete([...words, ...columns, '--where', 'project:is:support', '--json', file('name.json')]);
    const ids = [...new Set(jsonIn('name.json').rows.map(([id]) => String(id)))];
    expect(ids).toHaveLength(2);
    await complete([...words, ...columns, '--where', `project:is:${ids.join()}`, '--json', file('ids.json')]);
    expect(jsonIn('ids.json').rows).toEqual(jsonIn('name.json').rows);
  });
});

describe('--plan', () => {
  const plan = async (words: string[]) => {
    const { code, out, line } = await report([...NOW, '--plan', '--clockify', ground.address, ...words], {
      key: keys.demo,
    });
    return { code, out, line: line as unknown };
  };

  test('says how many requests it takes, and sends none but to log in', async () => {
    const { code, out, line } = await plan(['--accounts', 'Harbour Works', '--columns', 'client,hours']);
    expect([code, out.split('\n').length]).toEqual([0, 2]);
    expect(line).toEqual({
      requests: 1,
      atLeast: false,
      readings: [{ dataset: 'time-sums', account: 'Harbour Works', requests: 1 }],
    });
    const asked = new Set(await ground.asked());
    expect([...asked].filter((name) => !/^get(LoggedUser|User|Workspaces|Workspace)/.test(name))).toEqual([]);
  });

  test('says at least, where only the answer tells how long a list is', async () => {
    const { line } = await plan(['--accounts', 'Harbour Works', '--where', 'client:is:Salter Boatyard']);
    expect(line).toMatchObject({ requests: 1, atLeast: true });
  });

  test('says what is wrong with a query', async () => {
    const { code, line } = await plan(['--columns', 'hours', '--sort', 'description']);
    expect(code).toBe(1);
    expect(line).toMatchObject({ ok: false, requests: 0 });
  });
});

describe('several --query', () => {
  const write = (name: string, parts: object) =>
    writeFileSync(
      file(`${name}.json`),
      JSON.stringify({
        version: 2,
        grain: 'each',
        name,
        report: 'time-entries',
        period: { kind: 'fixed', from: '2026-06-01', to: '2026-06-05' },
        ...parts,
      }),
    );
  const linesOf = async (names: string[], words: string[] = []) => {
    const queries = names.flatMap((name) => ['--query', file(`${name}.json`)]);
    const { code, out } = await command([...NOW, '--accounts', 'Quirks', ...queries, ...words]);
    return {
      code,
      lines: out
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text) as Record<string, unknown>),
    };
  };

  beforeEach(() => {
    write('Days', { columns: [{ field: 'date' }, { field: 'hours' }] });
    write('People', { columns: [{ field: 'user' }, { field: 'entries' }], grain: 'grouped' });
    write('Wrong', { columns: [{ field: 'colour' }] });
  });

  test('are one job: a line for each, and one with the requests of all', async () => {
    const { code, lines } = await linesOf(['Days', 'People'], ['--csv', file('table.csv')]);
    expect(code).toBe(0);
    expect(lines.map(({ query, ok }) => [query, ok])).toEqual([
      ['Days', true],
      ['People', true],
      [undefined, undefined],
    ]);
    // Six to log in, and one page that both read.
    expect(lines[2]).toEqual({ requests: 7 });
    expect(csvIn('table-1.csv')[0]).toEqual(['Date', 'Duration (decimal)']);
    expect(csvIn('table-2.csv')[0]).toEqual(['User', 'Entries']);
  });

  test('of which one is wrong leave the others alone', async () => {
    const { code, lines } = await linesOf(['Wrong', 'People']);
    expect(code).toBe(1);
    expect(lines.map(({ query, ok }) => [query, ok]).slice(0, 2)).toEqual([
      ['Wrong', false],
      ['People', true],
    ]);
    expect(lines[0].problem).toMatchObject({ code: 'field-unknown' });
  });
});

describe('arguments that can’t be followed', () => {
  test('are refused', async () => {
    const problem = await refused(['--frobnicate']);
    expect(problem?.code).toBe('arguments-invalid');
    expect(problem?.title).toMatch(/Unknown option '--frobnicate'/);
  });

  test.each([
    [['tags'], /Unexpected argument 'tags'/],
    [['--accounts'], /^--accounts needs a value$/],
    [['--accounts', '--csv', 'x.csv'], /^--accounts needs a value$/],
    [['--csv='], /^--csv needs a value$/],
    [['--live=yes'], /^--live takes no value$/],
    [['--constructor', 'x'], /^Unknown option '--constructor'$/],
    [['--from', '2026-02-30', '--to', '2026-03-01'], /^--from 2026-02-30: no such day/],
    [['--from', '1 June', '--to', '2026-06-14'], /^--from 1 June: no such day; days look like/],
    [['--from', '2026-06-14', '--to', '2026-06-01'], /^--from 2026-06-14 is after --to 2026-06-01$/],
    [['--preset', 'last-0-days'], /--preset: one of today, /],
    [['--now', '2026-02-30T09:00:00Z'], /--now: a moment like/],
    [['--columns', 'date,,hours'], /^--columns: names with a comma/],
    [['--csv-raw'], /^--csv-raw goes with --csv FILE$/],
    [['--from', '2026-06-01'], /--from and --to go together/],
    [['--preset', 'last-month', ...JUNE], /--preset and --from\/--to exclude each other/],
    [['--preset', 'last-decade'], /--preset: one of today, /],
    [['--locale', 'fr_FR'], /--locale: en_US or de_DE/],
    [['--now', 'yesterday'], /--now: a moment like/],
    [['--clockify', '127.0.0.1:1'], /--clockify: an address like/],
    [['--clockify', 'http://127.0.0.1:1', '--live'], /--clockify and --live exclude each other/],
    [['--where', 'client'], /^--where client: conditions look like FIELD:OP:VALUE/],
    [['--where', 'client:equals:Acme'], /there is no "equals"; there are is, is-not, contains, /],
    [['--where', 'client:is'], /^--where client:is: is takes a value$/],
    [['--where', 'client:empty:Acme'], /: empty takes no value$/],
    [['--where', 'date:between:2026-01-01'], /: between takes 2 values with a comma between them$/],
    [['--where', 'hours:gt:1,2'], /: gt takes one value; a comma in a value is written \\,$/],
    [['--grain', 'day'], /^--grain: one of each, grouped$/],
    [['--split', 'month', '--split-most', '0'], /^--split-most 0: a number from 1 to 200$/],
    [['--limit', 'ten'], /^--limit ten: a number from 1 to 1000000$/],
    [['--compare', 'last-year'], /^--compare: one of previous-period, previous-year, FROM..TO$/],
    [['--compare', '2026-02-30..2026-03-01'], /^--compare 2026-02-30: no such day/],
    [['--compare', '2026-03-02..2026-03-01'], /2026-03-02 is after 2026-03-01$/],
    [['--sort', 'hours:down'], /^--sort hours: one of asc, desc$/],
    [['--fill', 'dates,clients'], /^--fill: one of dates, people, projects$/],
    [['--columns', 'hours:total'], /^--columns hours: one of running, share$/],
    [['--totals=yes'], /^--totals takes no value$/],
  ])('say why: %j', (words, reason) => {
    expect(() => readArgs(words)).toThrow(reason);
  });

  test('because there is no such account name those there are', async () => {
    expect(await refused(['--accounts', 'Atlantis'])).toMatchObject({
      code: 'workspace-gone',
      title: 'Mara Lindholt sees no account called Atlantis.',
      remedy: 'It sees Harbour Works, Lumen & Loom, Quirks.',
    });
  });
});

test('a column that the report doesn’t have is answered with those it has', async () => {
  expect(await refused(['--report', 'tags', '--columns', 'tag,colour'])).toMatchObject({
    code: 'field-unknown',
    title: 'tags has no column "colour".',
    remedy: expect.stringMatching(/^It has tag, archived, tags, tag-id/),
  });
});

describe('a field in the wrong place', () => {
  test.each([
    [['--where', 'colour:is:red'], /^--where: time-entries has no field "colour"\.$/, /^It has date, /],
    [['--sort', 'colour'], /^--sort: time-entries has no field "colour"\.$/, /^It has date, /],
    [['--split', 'hours'], /^--split: "hours" is a metric/, /^Choose one of date, /],
    [['--where', 'hours:gt:much'], /"much" is no number; write 1\.5 or 1:30\.$/, /--help lists the options/],
    [['--where', 'billable:is:maybe'], /"maybe" is neither true nor false\.$/, /--help lists the options/],
    [['--where', 'hours:contains:3'], /contains can't be asked of it; there are is, is-not, gt, /, /./],
    [['--where', 'date:gte:soon'], /^Date can't be compared with "soon"/, /a day like 2026-08-31/],
    [['--columns', 'client,hours', '--sort', 'description'], /it is not in the table/, /^Add that column/],
    [['--columns', 'hours', '--split', 'month', '--grain', 'each'], /one row each/, /^Group the rows/],
  ])('is told with what there is, before anything is asked: %j', async (words, title, remedy) => {
    const { line } = await report([...NOW, ...words]);
    expect(line.problem?.title).toMatch(title);
    expect(line.problem?.remedy).toMatch(remedy);
    expect(line.requests).toBe(0);
  });
});

test('a report that there is not is answered with those there are', async () => {
  expect(await refused(['--report', 'invoices'])).toMatchObject({
    code: 'report-unknown',
    remedy: expect.stringContaining('time-entries, projects, tasks, clients, users, tags'),
  });
});

test('a table that isn’t complete is told by exit code and line, and leaves no file', async () => {
  const problem = await refused([...JUNE, '--csv', file('none.csv')], 'NobodyKnowsThisKey');
  expect(problem?.code).toBe('key-refused');
  expect(existsSync(file('none.csv'))).toBe(false);
});

test.each(['--csv', '--json'])(
  'a file that %s can’t write is told before anything is asked',
  async (option) => {
    const { line, code } = await report([...NOW, '--report', 'tags', option, file('no/such/folder.csv')]);
    expect(line.problem?.title).toMatch(/: no such file or directory\.$/);
    expect(line.problem?.title).toContain(option);
    expect([code, line.requests]).toEqual([1, 0]);
  },
);

describe('another server', () => {
  test('is asked for nothing without a key', async () => {
    const problem = await refused(['--clockify', ground.address]);
    expect(problem?.code).toBe('key-empty');
    expect(await ground.asked()).toEqual([]);
  });

  test('gives its table to the key in the environment', async () => {
    const words = [...NOW, '--clockify', ground.address, '--region', 'global', '--report', 'tags'];
    const { line } = await report([...words, '--accounts', 'Quirks'], { key: keys.demo });
    const { count } = await ground.control.truthOfList('tags', 'Quirks');
    expect(line).toMatchObject({ ok: true, rows: count, problem: null });
  });

  test('that isn’t there is told', async () => {
    expect(await refused(['--clockify', 'http://127.0.0.1:1'], keys.demo)).toMatchObject({
      code: 'unreachable',
      title: 'Nothing answers at http://127.0.0.1:1.',
    });
  });
});
