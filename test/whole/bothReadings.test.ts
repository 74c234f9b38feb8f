import type { Requests } from '../../src/actions/previewRequests';
import type { LoginView } from '../../src/logins/manage';
import type { FilterNode } from '../../src/query/filter';
import { reportOf } from '../../src/reports';
import { chances } from '../../workbench/faults/baton';
import { answerTo, asked, type Question, rowsOf } from './answers';
import { sharedGround } from './ground';
import { pick } from './randomQuery';

jest.setTimeout(120_000);

let login: LoginView;
const ground = sharedGround(async (fresh) => {
  login = await fresh.login();
});

/** One currency, and so one in which the summary report can be trusted with money; and one with many things of one name. */
const SCENES: [account: string, days: [string, string]][] = [
  ['Harbour Works', ['2026-03-20', '2026-04-30']],
  ['Quirks', ['2026-02-01', '2026-06-30']],
];

const { fields } = reportOf('time-entries');
/** Fields that the summary report may give. */
const DIMENSIONS = fields.filter((field) => field.role === 'dimension' && field.group !== undefined);
const METRICS = fields.filter((field) => field.role === 'metric' && field.group !== undefined);
/** Of which sums of amounts: they may differ by a minor unit a group, since Clockify rounds each entry's. */
const AMOUNTS = METRICS.filter(({ type }) => type === 'money').map(({ id }) => id);

async function readingsOf(question: Question): Promise<string[]> {
  const { readings } = await ground.session.call<Requests>('previewRequests', {
    query: asked(question, login),
  });
  return readings.map(({ dataset }) => dataset);
}

/** The answer in the reading that a planner chooses, and the one from entries, which a count of them forces. */
async function bothWays(question: Question) {
  const columns = question.columns as string[];
  const chosen = await answerTo(ground, question, login);
  const forced = { ...question, columns: [...columns, 'entries'] };
  expect(await readingsOf(forced)).toEqual(['time-entries']);
  const detailed = await answerTo(ground, forced, login);
  return { chosen: cellsBy(chosen.values), detailed: cellsBy(detailed.values, 'Entries') };
}

/** A table as rows of cells by title, without one column. */
function cellsBy([titles, ...rows]: (string | number | boolean)[][], without?: string) {
  return rows.map((row) =>
    Object.fromEntries(titles.map((title, at) => [title, row[at]]).filter(([title]) => title !== without)),
  );
}

/** Whether two cells agree: exactly, but for amounts, which may be a minor unit apart, and what is reckoned from them. */
function agree(title: string, one: unknown, other: unknown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  const money = fields.find((field) => field.title === title && AMOUNTS.includes(field.id));
  if (title === 'Effective rate') return Math.abs(one - other) < 0.05;
  if (money) return Math.abs(one - other) < 0.0101;
  return Math.abs(one - other) < 1e-9;
}

test('the summary report is read where it can answer', async () => {
  const [[account, days]] = SCENES;
  const columns = ['client', 'user', 'hours'];
  expect(await readingsOf({ accounts: [account], days, columns })).toEqual(['time-sums']);
});

test('the summary and the detailed report give the same table, for random groups, metrics and filters', async () => {
  const chance = chances(41);
  const wrong: unknown[] = [];
  let summaries = 0;
  for (let round = 0; round < 40; round++) {
    const [account, days] = SCENES[round % 2];
    const chosen = [pick(chance, DIMENSIONS), pick(chance, DIMENSIONS), pick(chance, DIMENSIONS)];
    const dimensions = new Set(chosen.slice(0, Math.floor(chance() * 4)).map(({ id }) => id));
    const metrics = new Set([pick(chance, METRICS).id, pick(chance, METRICS).id, 'duration']);
    const question: Question = {
      accounts: [account],
      days,
      columns: [...dimensions, ...metrics],
      more: { totals: chance() < 0.3, filters: chance() < 0.4 ? [billable(chance() < 0.5)] : undefined },
    };
    if ((await readingsOf(question)).every((dataset) => dataset === 'time-sums')) summaries += 1;
    const { chosen: one, detailed: other } = await bothWays(question);
    const fits =
      one.length === other.length &&
      one.every((row, at) => Object.keys(row).every((title) => agree(title, row[title], other[at][title])));
    if (!fits) wrong.push({ question, one, other });
  }
  expect(wrong).toEqual([]);
  expect(summaries).toBeGreaterThan(15);
});

function billable(value: boolean): FilterNode {
  return { field: 'billable', op: 'is', values: [value] };
}

test('filters that Clockify applies and the same ones applied here leave the same rows', async () => {
  const chance = chances(43);
  const { session } = ground;
  const wrong: unknown[] = [];
  for (let round = 0; round < 40; round++) {
    const [account, days] = SCENES[round % 2];
    const workspace = login.accounts.find(({ name }) => name === account)?.id;
    const conditions: FilterNode[] = [];
    for (const kind of ['user', 'project', 'client', 'task', 'tag'] as const) {
      if (chance() < 0.6) continue;
      const accounts = [{ login: login.id, workspace }];
      const listed = await session.call<{ values: { id: string; name: string }[] }>('listValues', {
        accounts,
        kind,
      });
      const values = [pick(chance, listed.values), pick(chance, listed.values)].map(({ id, name }) => ({
        id,
        name,
      }));
      conditions.push({ field: kind === 'tag' ? 'tags' : kind, op: 'is', values });
    }
    if (chance() < 0.3 || conditions.length === 0) conditions.push(billable(chance() < 0.5));
    const columns =
      chance() < 0.5 ? ['entry-id', 'duration'] : ['project', 'user', 'tags', 'duration', 'entries'];
    const grain = columns.includes('entry-id') ? ('each' as const) : ('grouped' as const);
    const question: Question = { accounts: [account], days, columns };
    const pushed = await answerTo(ground, { ...question, more: { grain, filters: conditions } }, login);
    const local = await answerTo(
      ground,
      { ...question, more: { grain, filters: conditions.map(hidden) } },
      login,
    );
    if (JSON.stringify(rowsOf(pushed)) !== JSON.stringify(rowsOf(local)))
      wrong.push({ account, conditions, pushed: rowsOf(pushed), local: rowsOf(local) });
  }
  expect(wrong).toEqual([]);
});

/** The same condition where nothing can be taken from it for Clockify: it, or something that never holds. */
function hidden(condition: FilterNode): FilterNode {
  return { or: [condition, { field: 'entry-id', op: 'is', values: ['no such entry'] }] };
}
