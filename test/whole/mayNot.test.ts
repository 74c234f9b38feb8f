import type { Answer } from '../../src/google/answer';
import type { Problem } from '../../src/problems/problem';
import type { Query } from '../../src/query/query';
import type { RunOptions } from '../../workbench/gas/run';
import { ENTRY_POINTS } from './entryPoints';
import { type Examples, examplesOf } from './examples';
import { newGround, noted, QUERY_TAB } from './ground';

/* Somebody who may not: every endpoint says so in words, and what they may not touch stays as it is. */

const ground = newGround();

async function examples(): Promise<Examples> {
  const query = await ground.fill({
    name: 'Hours',
    accounts: ['Quirks'],
    days: ['2026-06-01', '2026-06-02'],
  });
  const [{ login, workspace }] = query.accounts;
  const stored = JSON.parse(String(ground.sheet.values(QUERY_TAB, 'C2')[0][0])) as Query;
  return examplesOf({ login, workspace, query: stored, job: `${query.id}.x` });
}

const cells = () => ground.sheet.tabs().map(({ name }) => [name, ground.sheet.values(name)]);

/** What each endpoint says: the code of its problem, or of what it began, or `ok`. */
async function saidOf(all: Partial<Examples>, options: RunOptions): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  const last = ['deleteLogin', 'deleteQuery', 'forgetAll'];
  const entries = [...Object.keys(all).filter((name) => !last.includes(name)), ...last];
  for (const entry of entries) {
    const example = all[entry as keyof Examples];
    const finished = await ground.session.platform.run(entry, [JSON.stringify(example)], {
      via: 'client',
      ...options,
    });
    expect([entry, finished.error]).toEqual([entry, undefined]);
    const answer = JSON.parse(String(finished.value)) as Answer<{ problem?: Problem | null } | null>;
    const problem = answer.ok ? answer.value?.problem : answer.problem;
    said.set(entry, problem?.code ?? 'ok');
  }
  return said;
}

const codes = (said: Map<string, string>) => new Set(said.values());

test('who may edit none of its tabs changes no cell of the spreadsheet by any endpoint', async () => {
  // Rows and columns that are inserted move cells and change none; the log is exported to a new tab.
  const { insertColumns: _, insertRows: __, exportRuns: ___, ...all } = await examples();
  for (const { name } of ground.sheet.tabs())
    ground.session.platform.protect(name, 'A1:Z1000', { editors: ['user-1'] });
  const before = cells();
  const said = await saidOf(all, { user: 'user-2' });
  expect(codes(said)).not.toContain('unexpected');
  expect(said.get('deleteQuery')).toBe('target-protected');
  expect(cells()).toEqual(before);
});

test.each(['NONE', 'LIMITED'] as const)(
  'what the add-on may do before it is allowed anything (%s) shows and reads nothing of Clockify',
  async (authMode) => {
    const all = await examples();
    const asked = ground.session.platform.http.length;
    const said = await saidOf(all, { authMode });
    expect(codes(said)).not.toContain('unexpected');
    expect(said.get('startRefresh')).toBe('permission-missing');
    expect(ground.session.platform.http).toHaveLength(asked);
  },
);

test('a permission that is withheld is asked for, and nothing is sent without it', async () => {
  const all = await examples();
  const { platform } = ground.session;
  const goBack = noted(ground.session);
  for (const withheld of platform.scopes) {
    const asked = platform.http.length;
    platform.grant(
      'user-1',
      platform.scopes.filter((scope) => scope !== withheld),
    );
    const said = await saidOf(all, {});
    const unforeseen = [...said].filter(([, code]) => code === 'unexpected');
    expect([withheld, unforeseen]).toEqual([withheld, []]);
    if (withheld.includes('external_request')) expect(platform.http).toHaveLength(asked);
    goBack();
  }
});

test('no function but the entry points can be called', async () => {
  const { platform } = ground.session;
  for (const name of [
    'eval',
    'addon',
    'constructor',
    'toString',
    '__proto__',
    'addon.sidebar.listLogins',
    '',
  ]) {
    expect(ENTRY_POINTS).not.toContain(name);
    const { ok } = await platform.run(name, ['{}'], { via: 'client' });
    expect([name, ok]).toEqual([name, false]);
  }
});
