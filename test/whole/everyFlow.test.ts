import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress, Together } from '../../src/job/progress';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { keys } from '../../workbench/clockify/keys';
import { latency, scaled } from '../../workbench/gas/latency';
import { projectRoot } from '../../workbench/session';
import { ENTRY_POINTS } from './entryPoints';
import { type Examples, examplesOf } from './examples';
import { formsOf } from './formsOf';
import { newGround, QUERY_TAB, queryOf } from './ground';
import { type Heard, overhear, tracesOfAll } from './traces';

/* Everything that the add-on can be asked for, done in one spreadsheet, well and badly: what it leaves is searched for keys. */

/** So slow that a refresh of two pages waits between executions. */
const ground = newGround({ prices: scaled(latency, 20) });

const PERSONS = /[\w.+-]+@[\w-]+(\.[\w-]+)+/;

/** What a key is known by: its own letters, without those that all keys of the demo begin with. */
const ownPart = (key: string) => key.slice(26, 44);

/** Every key that anybody handed to any entry point. */
function keysIn(heard: Heard[]): string[] {
  const given = heard.flatMap(({ args }) => args.map((text) => /"key":"(.{20,}?)"/.exec(String(text))?.[1]));
  return [...new Set(given.filter((key) => key !== undefined))];
}

const call = (entry: keyof Examples, payload: unknown = {}, user = 'user-1') =>
  ground.session.platform.run(entry, [JSON.stringify(payload)], { via: 'client', user });
const stored = (row: number) => JSON.parse(String(ground.sheet.values(QUERY_TAB, `C${row}`)[0][0])) as Query;

/** Logins come, go, and are refused. */
async function connecting(): Promise<LoginView> {
  const { platform } = ground.session;
  await platform.run('onInstall', [], { authMode: 'NONE' });
  await platform.run('onOpen', [], { authMode: 'NONE' });
  await platform.run('openSidebar');
  await call('addLogin', { key: `${keys.uk} and more` });
  await call('addLogin', { key: keys.us, region: 'eu' });
  await call('addLogin', { key: keys.none });
  await call('addLogin', { key: keys.eu, region: keys.eu });
  await call('addLogin', { key: keys.single, name: `My key ${keys.single}` }, 'user-2');
  await ground.login('member');
  const bench = await ground.login('bench');
  const { id } = await ground.login('demo');
  await call('addLogin', { key: keys.demo });
  await call('renameLogin', { login: id, name: keys.demo });
  await call('shareLogin', { login: id, displayName: keys.demo });
  return bench;
}

/** Tables are asked for, filled, and refused, with answers that repeat the key. */
async function refreshing(): Promise<Query[]> {
  const { session, sheet } = ground;
  const hours = await ground.fill({
    name: 'Hours',
    accounts: ['Quirks'],
    columns: ['user', 'hours'],
    ask: { grain: 'grouped', split: { field: 'project', most: 5 } },
  });
  const costs = await ground.fill({ name: 'Costs', accounts: ['Quirks'], report: 'tags' });
  await session.refreshTogether([hours.id, costs.id]);
  const bodies: (string | object)[] = [
    { message: `Key ${keys.demo} may not`, code: 501 },
    { message: `${'so '.repeat(95)}${keys.demo}`, code: 501 },
    `<html><body>${keys.demo}</body></html>`,
  ];
  for (const status of [400, 401, 403, 404, 429, 500, 302]) {
    for (const body of bodies) {
      const headers = { Location: `https://evil.example/${keys.demo}`, 'Retry-After': keys.demo };
      await ground.fault({
        path: 'detailed|summary|/tags',
        fault: { kind: 'status', status, body, headers },
      });
      await session.refresh(hours.id);
      await session.refresh(costs.id);
      await call('previewRows', { query: stored(2) });
      await ground.control.clearFaults();
    }
  }
  const { tab } = await ground.table(hours);
  sheet.select(tab, 'B2');
  await session.platform.run('openEntries');
  sheet.select(tab, 'A1');
  await session.platform.run('refreshThisTab');
  await session.platform.run('refreshAll');
  return [hours, costs];
}

/** The id of a refresh that waits for its next call. */
async function waiting(login: LoginView): Promise<string> {
  const query = queryOf(
    { name: 'Long', accounts: ['Bench 10k'], days: ['2026-02-01', '2026-02-21'], columns: ['date'] },
    login,
  );
  const { id } = await ground.session.saveQuery(query);
  await ground.session.call<Progress>('startRefresh', { query: id });
  return (await ground.session.call<Together>('startRefreshes', { queries: [id] })).job;
}

/** What takes away, which is left for the end. */
const TAKING: (keyof Examples)[] = ['deleteLogin', 'deleteQuery', 'forgetAll'];

/** All of it, and at last each endpoint as a sidebar would call it; gives a login that is left. */
async function everything(): Promise<{ heard: Heard[]; login: string }> {
  const heard = overhear(ground.session);
  const bench = await connecting();
  const [hours] = await refreshing();
  const job = await waiting(bench);
  const [{ login, workspace }] = hours.accounts;
  const examples = examplesOf({ login, workspace, query: stored(2), job });
  for (const entry of Object.keys(examples) as (keyof Examples)[])
    if (!TAKING.includes(entry)) await call(entry, examples[entry]);
  await ground.session.platform.run('refreshOnSchedule');
  await call('replaceKey', { login, key: keys.manager });
  return { heard, login };
}

test('no key that any flow was given is anywhere but in its login and in the header that it is for', async () => {
  const { heard, login } = await everything();
  const called = [...new Set(heard.map(({ functionName }) => functionName)), ...TAKING];
  expect(called.sort()).toEqual(ENTRY_POINTS);
  expect(keysIn(heard).length).toBeGreaterThan(9);
  const logins = ['user-1', 'user-2'].flatMap((user) =>
    ground.session.platform
      .properties(`user ${user}`)
      .keys()
      .filter((name) => name.startsWith('login.'))
      .map((name) => `property ${name} of user ${user}`),
  );
  expect(logins).toHaveLength(4);
  const parts = keysIn(heard).map(ownPart);
  expect(tracesOfAll(parts, ground.session, heard)).toEqual(['header X-Api-Key', ...logins.sort()]);
  await call('deleteLogin', { login });
  await call('forgetAll');
  await call('forgetAll', {}, 'user-2');
  expect(tracesOfAll(parts, ground.session, heard)).toEqual(['header X-Api-Key']);
});

test('no address of a person is logged, kept for all to see, or part of an address of the web', async () => {
  const { heard } = await everything();
  expect(heard.flatMap(({ logs }) => logs).filter((line) => PERSONS.test(line))).toEqual([]);
  const { platform } = ground.session;
  for (const store of ['document', 'script'])
    expect([store, PERSONS.exec(JSON.stringify(platform.properties(store).all()))]).toEqual([store, null]);
  expect(platform.http.filter(({ url }) => PERSONS.test(url))).toEqual([]);
});

test('what is built holds no key', () => {
  for (const name of ['Code.js', 'Sidebar.html', 'appsscript.json']) {
    const text = readFileSync(join(projectRoot, 'dist', name), 'utf8');
    for (const key of Object.values(keys))
      for (const [form, written] of formsOf(ownPart(key)))
        expect([name, form, text.includes(written)]).toEqual([name, form, false]);
  }
});

describe('a key is found', () => {
  const part = ownPart(keys.demo);
  const forms = formsOf(part);

  test.each(forms.map(([form], index) => [form, index]))('%s', (_, index) => {
    ground.session.platform.properties('document').set({ x: `before ${forms[index][1]} after` });
    expect(tracesOfAll([part], ground.session, [])).toEqual(['property x of document']);
  });

  test.each([0, 1, 2])('in what is written in base64 with %s letters before it', (before) => {
    const whole = Buffer.from(`${'x'.repeat(before)}${keys.demo} and more`).toString('base64');
    ground.session.platform.properties('script').set({ x: whole });
    expect(tracesOfAll([part], ground.session, [])).toEqual(['property x of script']);
  });

  test('in a note of a hidden tab', () => {
    ground.sheet.insertTab('Hidden', 1);
    ground.sheet.setAttribute('Hidden', 'B2', 'note', `see ${keys.demo}`);
    ground.sheet.hide('Hidden', true);
    expect(tracesOfAll([part], ground.session, [])).toEqual(['spreadsheet']);
  });
});
