import type { LoginView } from '../../src/logins/manage';
import type { FilterNode } from '../../src/query/filter';
import { chances } from '../../workbench/faults/baton';
import { answerTo, rowsOf } from './answers';
import { entriesOf, type TruthEntry } from './entryTruth';
import { Ground } from './ground';
import { differences, dueRows } from './groupTruth';
import { pick } from './randomQuery';

const LATER = Date.parse('2026-11-10T09:00:00Z');
const ground = new Ground({ now: LATER });
let login: LoginView;
let entries: TruthEntry[];

jest.setTimeout(120_000);

const SCENE = { workspace: 'Quirks', from: '2026-01-01', to: '2026-11-09', zone: 'Asia/Kathmandu' };

beforeAll(async () => {
  await ground.begin();
  await ground.renew();
  login = await ground.login();
  entries = await entriesOf(ground.control, { ...SCENE, now: LATER });
});

afterAll(async () => {
  expect(await ground.settle()).toEqual([]);
  await ground.end();
});

/** A condition, and whether an entry meets it by the words in which the meaning of conditions is written down. */
interface Condition {
  node: FilterNode;
  holds(entry: TruthEntry): boolean;
}

const TEXTS = ['user', 'client', 'project', 'task', 'tags', 'groups'];

function namesOf(entry: TruthEntry, field: string): string[] {
  return entry.members[field].names.map((name) => name.replaceAll('\u0000', '').trim().toLowerCase());
}

type Test = (name: string, value: string) => boolean;

/** Of several values any will do; what is empty meets none of these. */
const POSITIVE: Record<string, Test> = {
  is: (name, value) => name === value,
  contains: (name, value) => name.includes(value),
  starts: (name, value) => name.startsWith(value),
};
/** These hold for what is empty. */
const NEGATIVE: Record<string, Test> = { 'is-not': POSITIVE.is, 'not-contains': POSITIVE.contains };

function textCondition(chance: () => number): Condition {
  const field = pick(chance, TEXTS);
  const known = entries.flatMap((entry) => entry.members[field].names).filter((name) => name.trim() !== '');
  const whole = pick(chance, known).replaceAll('\u0000', '').trim();
  const op = pick(chance, ['is', 'is-not', 'contains', 'not-contains', 'starts'] as const);
  const value = op.startsWith('is')
    ? whole
    : op === 'starts'
      ? whole.slice(0, 3).trim()
      : whole.slice(1, 4).trim() || whole;
  const wanted = value.toLowerCase();
  const test = POSITIVE[op] ?? NEGATIVE[op];
  return {
    node: { field, op, values: [chance() < 0.5 ? value : value.toUpperCase()] },
    holds: (entry) => namesOf(entry, field).some((name) => test(name, wanted)) === op in POSITIVE,
  };
}

function emptyCondition(chance: () => number): Condition {
  const field = pick(chance, TEXTS);
  const op = pick(chance, ['empty', 'not-empty'] as const);
  return {
    node: { field, op, values: [] },
    holds: (entry) => (namesOf(entry, field).length === 0) === (op === 'empty'),
  };
}

function thingCondition(chance: () => number): Condition {
  const field = pick(chance, TEXTS);
  const { members } = pick(
    chance,
    entries.filter((entry) => entry.members[field].ids.length > 0),
  );
  const [[id], [name]] = [members[field].ids, members[field].names];
  const op = pick(chance, ['is', 'is-not'] as const);
  return {
    node: { field, op, values: [{ id, name }] },
    holds: (entry) => entry.members[field].ids.includes(id) === (op === 'is'),
  };
}

function dateCondition(chance: () => number): Condition {
  const day = () => pick(chance, entries).members.date.names[0];
  const [from, to] = [day(), day()].sort();
  return {
    node: { field: 'date', op: 'between', values: [from, to] },
    holds: ({ members }) => members.date.names[0] >= from && members.date.names[0] <= to,
  };
}

function numberCondition(chance: () => number): Condition {
  const hour = Math.floor(chance() * 24);
  const op = pick(chance, ['gt', 'gte', 'lt', 'lte'] as const);
  const compare = {
    gt: (a: number) => a > hour,
    gte: (a: number) => a >= hour,
    lt: (a: number) => a < hour,
    lte: (a: number) => a <= hour,
  };
  return {
    node: { field: 'hour', op, values: [hour] },
    holds: ({ members }) => compare[op](Number(members.hour.names[0])),
  };
}

function flagCondition(chance: () => number): Condition {
  const value = chance() < 0.5;
  return {
    node: { field: 'billable', op: 'is', values: [value] },
    holds: ({ members }) => members.billable.names[0] === String(value),
  };
}

const KINDS = [
  ...[textCondition, textCondition, textCondition, emptyCondition, thingCondition, thingCondition],
  ...[dateCondition, numberCondition, flagCondition],
];

function randomTree(chance: () => number, depth = 0): Condition {
  if (depth === 2 || chance() < 0.4) return pick(chance, KINDS)(chance);
  const members = [randomTree(chance, depth + 1), randomTree(chance, depth + 1)];
  const nodes = members.map(({ node }) => node);
  return chance() < 0.5
    ? { node: { and: nodes }, holds: (entry) => members.every(({ holds }) => holds(entry)) }
    : { node: { or: nodes }, holds: (entry) => members.some(({ holds }) => holds(entry)) };
}

test('random trees of conditions leave the entries that meet them, whatever Clockify applies of them', async () => {
  const chance = chances(47);
  const { workspace, from, to, zone } = SCENE;
  const days: [string, string] = [from, to];
  const dimensions = ['client', 'project'];
  const metrics = ['duration', 'entries', 'people'];
  const wrong: unknown[] = [];
  let found = 0;
  for (let round = 0; round < 120; round++) {
    const trees = [randomTree(chance), ...(chance() < 0.4 ? [randomTree(chance)] : [])];
    const filters = trees.map(({ node }) => node);
    const due = dueRows(
      entries.filter((entry) => trees.every(({ holds }) => holds(entry))),
      dimensions,
      metrics,
    );
    const question = { accounts: [workspace], days, zone, columns: [...dimensions, ...metrics] };
    const answer = await answerTo(ground, { ...question, more: { filters } }, login);
    const faults = differences(rowsOf(answer), due, dimensions, metrics);
    if (faults.length > 0) wrong.push({ filters: JSON.stringify(filters), faults });
    if (due.length > 0) found += 1;
  }
  expect(wrong).toEqual([]);
  expect(found).toBeGreaterThan(60);
});
