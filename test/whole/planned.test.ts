import type { Requests } from '../../src/actions/previewRequests';
import type { Progress } from '../../src/job/progress';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import type { EntityKind } from '../../src/reports/report';
import { chances } from '../../workbench/faults/baton';
import { latency, scaled } from '../../workbench/gas/latency';
import { Refused } from '../../workbench/session';
import { asked } from './answers';
import { newGround, sharedGround } from './ground';
import { randomQuery, type Things } from './randomQuery';

jest.setTimeout(300_000);

const KINDS: EntityKind[] = ['user', 'project', 'client', 'task', 'tag', 'group'];

/** Accounts whose lists are of one page each, so that the least number of requests is the number. */
const SCENES: [key: 'demo' | 'free', account: string, days: [string, string]][] = [
  ['demo', 'Quirks', ['2026-02-01', '2026-06-30']],
  ['demo', 'Harbour Works', ['2026-06-01', '2026-06-14']],
  // A month at a time: four requests for a list of entries.
  ['free', 'Free Spirits', ['2026-03-10', '2026-06-20']],
];

/** Lists that only hold names for what the answers to others name by ids: whether they are needed shows then. */
const NAMES = ['getProjects', 'getTags', 'getUserGroups'];

describe('the number of requests that is said before', () => {
  const logins = new Map<string, LoginView>();
  const things = new Map<string, Things>();
  const ground = sharedGround(async (fresh) => {
    for (const [key, account] of SCENES) {
      const login = logins.get(key) ?? (await fresh.login(key));
      logins.set(key, login);
      things.set(account, await thingsOf(fresh, login, account));
    }
  });

  type Fresh = typeof ground;

  async function thingsOf(fresh: Fresh, login: LoginView, account: string): Promise<Things> {
    const workspace = login.accounts.find(({ name }) => name === account)?.id;
    const lists: Things = {};
    for (const kind of KINDS) {
      const accounts = [{ login: login.id, workspace }];
      const { values } = await fresh.session.call<{ values: { id: string; name: string }[] }>('listValues', {
        accounts,
        kind,
      });
      lists[kind] = values;
    }
    return lists;
  }

  /** What was said and what was sent; null where the query is impossible and says so. */
  async function plannedAndSent(candidate: Partial<Query>) {
    let planned: Requests;
    let query: Query;
    try {
      // May read anew what the accounts are, which belongs to no refresh.
      query = await ground.session.saveQuery(candidate);
      planned = await ground.session.call<Requests>('previewRequests', { query });
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
    await ground.asked();
    await ground.refresh(query);
    const sent = await ground.asked();
    const { tab } = await ground.table(query);
    await ground.session.call('deleteQuery', { query: query.id });
    ground.sheet.deleteTab(tab);
    return { planned, sent };
  }

  test('is what is sent, for hundreds of random queries', async () => {
    const chance = chances(20_260_701);
    const wrong: unknown[] = [];
    let counted = 0;
    let exact = 0;
    for (let round = 0; counted < 200 && round < 400; round++) {
      const [key, account, days] = SCENES[round % 7 === 0 ? 2 : round % 2];
      // A free account answers thirty requests an hour: each refresh has an hour of its own there.
      if (key === 'free') ground.session.platform.clock.advance(3_600_000);
      const parts = randomQuery(chance, things.get(account) as Things);
      const { report, ...more } = parts;
      const question = { report, accounts: [account], days, more };
      const found = await plannedAndSent(asked(question, logins.get(key) as LoginView));
      if (found === null) continue;
      counted += 1;
      const { planned, sent } = found;
      const own = sent.filter((name) => !NAMES.includes(name)).length;
      const fits = planned.atLeast
        ? sent.length >= planned.requests && own <= planned.requests
        : sent.length === planned.requests;
      if (!planned.atLeast) exact += 1;
      const each = planned.readings.reduce((sum, reading) => sum + reading.requests, 0);
      if (!fits || each !== planned.requests) wrong.push({ account, parts, planned, sent });
    }
    expect(wrong).toEqual([]);
    expect(counted).toBe(200);
    expect(exact).toBeGreaterThan(20);
  });
});

describe('after the first answer', () => {
  // Slow enough that somebody who looks is told how far it is.
  const ground = newGround({ prices: scaled(latency, 8) });

  test.each([
    ['one row each', 'each', ['date', 'user', 'duration']],
    ['grouped', 'grouped', ['task', 'hours', 'entries']],
  ] as const)('the number of requests is exact, %s', async (_, grain, columns) => {
    const login = await ground.login('bench');
    const days: [string, string] = ['2026-01-01', '2026-03-31'];
    const question = { accounts: ['Bench 10k'], days, columns: [...columns], more: { grain } };
    const query = await ground.session.saveQuery(asked(question, login));
    const said: (number | null)[] = [];
    let fetches = 0;
    ground.session.reset();
    const { requests } = await ground.session.refresh(query.id, {
      async onCall({ name }) {
        if (!name.startsWith('UrlFetchApp.')) return;
        fetches += 1;
        if (fetches === 1) return;
        const progress = await ground.session.call<Progress | null>('readProgress', { query: query.id });
        if (progress?.requestsLeft != null) said.push(progress.requests + progress.requestsLeft);
      },
    });
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said)).toEqual(new Set([requests]));
  });
});
