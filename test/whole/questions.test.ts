import type { LoginView } from '../../src/logins/manage';
import type { KeyName } from '../../workbench/clockify/keys';
import { answerTo, rowsOf } from './answers';
import { entriesOf, TRUE_FIELDS, type TruthEntry } from './entryTruth';
import { Ground } from './ground';
import { differences, dueRows, TRUE_METRICS } from './groupTruth';

/** A clock after the end of October's summer time, so that both changes of clocks have happened. */
const LATER = Date.parse('2026-11-10T09:00:00Z');

/** One spreadsheet for all questions: none of them changes anything in Clockify. */
const ground = new Ground({ now: LATER });
const logins = new Map<KeyName, LoginView>();

jest.setTimeout(120_000);

beforeAll(async () => {
  await ground.begin();
  await ground.renew();
  for (const key of ['demo', 'member', 'manager', 'free'] as const) logins.set(key, await ground.login(key));
});

afterAll(async () => {
  expect(await ground.settle()).toEqual([]);
  await ground.end();
});

/** An account in a period, seen through a zone by the owner of a key. */
interface Scene {
  key?: KeyName;
  account: string;
  days: [from: string, to: string];
  zone: string;
}

const MONEY = ['amount', 'cost', 'profit', 'margin', 'effective-rate', 'invoice-amount'];
const COUNTED = TRUE_METRICS.filter((metric) => !MONEY.includes(metric));

const truths = new Map<string, Promise<TruthEntry[]>>();

/** The entries of a scene, asked for once. */
function truthOf({ key = 'demo', account, days: [from, to], zone }: Scene): Promise<TruthEntry[]> {
  const question = {
    workspace: account,
    from,
    to,
    zone,
    now: LATER,
    seenBy: key,
    weekStart: 'MONDAY' as const,
  };
  const name = JSON.stringify(question);
  const known = truths.get(name) ?? entriesOf(ground.control, question);
  truths.set(name, known);
  return known;
}

/** Of an entry that comes without half of its keys, nobody is told the type. */
function asToldOf(entry: TruthEntry): TruthEntry {
  if (!entry.members.description.names.includes('keys left out')) return entry;
  return { ...entry, members: { ...entry.members, type: { ids: [], names: [] } } };
}

/** Where the answer to a question differs from the truth. With money, the currency is a dimension too. */
async function faultsOf(scene: Scene, dimensions: string[], metrics: string[]): Promise<string[]> {
  const { key = 'demo', account, days, zone } = scene;
  const withMoney = metrics.some((metric) => MONEY.includes(metric));
  const shown = withMoney && !dimensions.includes('currency') ? [...dimensions, 'currency'] : dimensions;
  const question = { accounts: [account], days, zone, columns: [...shown, ...metrics] };
  const answer = await answerTo(ground, question, logins.get(key) as LoginView);
  const due = dueRows((await truthOf(scene)).map(asToldOf), shown, metrics);
  expect(due.length).toBeGreaterThan(0);
  return differences(rowsOf(answer), due, shown, metrics);
}

const zones = ['Europe/Berlin', 'Asia/Kathmandu', 'America/New_York'];
const FIELDS = TRUE_FIELDS.filter((field) => field !== 'currency');

describe.each(zones)('in %s', (zone) => {
  const quirks: Scene = { account: 'Quirks', days: ['2026-01-01', '2026-11-09'], zone };

  // One of its texts is longer than a cell, and is cut there.
  test.each(FIELDS.filter((field) => field !== 'description'))(
    'every awkward case by %s adds up to the truth',
    async (field) => {
      expect(await faultsOf(quirks, [field], COUNTED)).toEqual([]);
      expect(await faultsOf(quirks, [field], MONEY)).toEqual([]);
    },
  );
});

describe('an ordinary account', () => {
  const march: Scene = { account: 'Lumen & Loom', days: ['2026-03-01', '2026-03-31'], zone: 'Europe/Berlin' };

  test.each(FIELDS)('by %s adds up to the truth, in each of its three currencies', async (field) => {
    expect(await faultsOf(march, [field], [...COUNTED, ...MONEY])).toEqual([]);
  });

  test.each([
    [['client', 'project', 'user']],
    [['month', 'client', 'billable']],
    [['weekday', 'hour', 'tags']],
    [['groups', 'type', 'task']],
    [[]],
  ])('by %j adds up to the truth', async (fields) => {
    expect(await faultsOf(march, fields, [...COUNTED, ...MONEY])).toEqual([]);
  });
});

test.each(zones)('October’s change of clocks by date and hour adds up to the truth in %s', async (zone) => {
  const october: Scene = { account: 'Harbour Works', days: ['2026-10-20', '2026-11-03'], zone };
  expect(await faultsOf(october, ['date', 'hour'], COUNTED)).toEqual([]);
  expect(await faultsOf(october, ['week', 'user'], ['duration', 'amount', 'invoice-amount'])).toEqual([]);
});

test.each([[['week']], [['client', 'month']], [['user', 'weekday']]])(
  'an account that answers a month at a time adds up to the truth by %j',
  async (fields) => {
    const scene: Scene = {
      key: 'free',
      account: 'Free Spirits',
      days: ['2026-07-20', '2026-10-05'],
      zone: 'Europe/Berlin',
    };
    expect(await faultsOf(scene, fields, ['duration', 'entries', 'people', 'days'])).toEqual([]);
    expect(await faultsOf(scene, fields, ['hours'])).toEqual([]);
  },
);

test.each<[KeyName]>([['member'], ['manager']])('a %s has the sums of what they may see', async (key) => {
  const scene: Scene = {
    key,
    account: 'Lumen & Loom',
    days: ['2026-06-01', '2026-06-30'],
    zone: 'Europe/Berlin',
  };
  expect(await faultsOf(scene, ['user', 'project'], COUNTED)).toEqual([]);
  expect(await faultsOf(scene, ['client'], ['duration', 'billable-hours'])).toEqual([]);
});
