import type { Answer } from '../../src/google/answer';
import { pictureOf } from '../../workbench/faults/picture';
import { ENTRY_POINTS } from './entryPoints';
import { sharedGround } from './ground';

const ground = sharedGround((fresh) =>
  fresh.fill({ accounts: ['Quirks'], days: ['2026-06-01', '2026-06-03'] }),
);

/** Those that Google calls, or the menu: without an argument that counts. */
const BY_GOOGLE = [
  'onInstall',
  'onOpen',
  'openEntries',
  'openSidebar',
  'refreshAll',
  'refreshOnSchedule',
  'refreshThisTab',
];

/** Those that need nothing but an empty object. */
const WITHOUT_FIELDS = [
  'acknowledgeAmounts',
  'exportRuns',
  'freshenAccounts',
  'forgetAll',
  'listLogins',
  'loadAlerts',
  'loadHealth',
  'listQueries',
  'listRuns',
  'listLinks',
  'listWaiting',
  'loadOverview',
  'missingLogins',
  'readSelection',
  'removeChannel',
  'showEntries',
  'testChannel',
  'wakeSchedules',
];

const BY_SIDEBAR = ENTRY_POINTS.filter((name) => !BY_GOOGLE.includes(name));
const WITH_FIELDS = BY_SIDEBAR.filter((name) => !WITHOUT_FIELDS.includes(name));

/** Arguments that no interface of ours would send, as they would cross. */
const HOSTILE: [name: string, args: unknown[]][] = [
  ['nothing', []],
  ['null', [null]],
  ['a number', [42]],
  ['a boolean', [true]],
  ['a list', [['{}']]],
  ['an object', [{ query: 'x' }]],
  ['an empty text', ['']],
  ['no JSON', ['{"query":']],
  ['JSON that is no object', ['"text"']],
  ['JSON null', ['null']],
  ['a JSON list', ['[]']],
  ['a huge text', [JSON.stringify({ query: 'x'.repeat(300_000) })]],
];

/** Objects whose fields are not what they should be. */
const WRONG_FIELDS: [name: string, json: string][] = [
  ['missing fields', '{}'],
  ['numbers', '{"login":1,"query":2,"job":3,"key":4,"name":5,"columns":"6"}'],
  ['lists', '{"login":[],"job":[],"key":[],"name":[],"columns":[]}'],
  ['nulls', '{"login":null,"query":null,"job":null,"key":null,"name":null,"columns":null}'],
  ['texts that are too long', JSON.stringify(tooLong())],
  [
    'a prototype',
    '{"__proto__":{"login":"a","query":"b","job":"c","key":"d","name":"e","columns":1},"constructor":{"prototype":{}}}',
  ],
];

function tooLong() {
  const text = 'x'.repeat(50_001);
  return { login: text, query: text, job: text, key: text, name: text, columns: 201 };
}

/** Well-formed arguments about things that don't exist. */
const UNKNOWN: [entry: string, payload: object, code: string][] = [
  ['addLogin', { key: '' }, 'key-empty'],
  ['addLogin', { key: 'two words' }, 'key-malformed'],
  ['addLogin', { key: 'k', region: '../../evil' }, 'region-unknown'],
  ['addLogin', { key: 'k', region: 'evil.example/' }, 'region-unknown'],
  ['deleteLogin', { login: '__proto__' }, 'login-unknown'],
  ['renameLogin', { login: 'toString', name: 'x' }, 'login-unknown'],
  ['replaceKey', { login: 'x', key: 'y' }, 'login-unknown'],
  ['readWorkspaces', { login: 'constructor' }, 'login-unknown'],
  ['deleteQuery', { query: '__proto__' }, 'query-unknown'],
  ['goToTable', { query: 'x' }, 'query-unknown'],
  ['insertColumns', { query: 'x', columns: 1 }, 'query-unknown'],
  ['exportQuery', { query: '__proto__' }, 'query-unknown'],
  ['importQuery', { json: '' }, 'import-invalid'],
  ['importQuery', { json: '{"__proto__":{}}' }, 'import-invalid'],
  ['importQuery', { json: '[[[' }, 'import-invalid'],
  ['startRefresh', { query: '../x' }, 'query-unknown'],
  ['stepRefresh', { job: '__proto__.x' }, 'job-unknown'],
  ['stepRefresh', { job: '....' }, 'job-unknown'],
  ['saveQuery', { query: {} }, 'query-damaged'],
  ['saveQuery', { query: [] }, 'query-damaged'],
  ['saveQuery', { query: { version: 1 } }, 'query-damaged'],
  ['saveQuery', { query: { version: 99 } }, 'query-newer'],
];

/** What must not change: the grid, all stores but the record of the newest problem. */
function everything() {
  const { platform } = ground.session;
  return {
    picture: pictureOf(ground.sheet),
    user: platform.properties('user user-1').all(),
    document: platform.properties('document').all(),
    script: platform.properties('script').all(),
    cache: platform.cache('user user-1').keys(),
  };
}

async function answerTo(entry: string, args: unknown[]): Promise<Answer<unknown>> {
  const finished = await ground.session.platform.run(entry, args, { via: 'client' });
  expect(finished.error).toBeUndefined();
  return JSON.parse(String(finished.value)) as Answer<unknown>;
}

function codeOf(answer: Answer<unknown>): string {
  return answer.ok ? 'ok' : answer.problem.code;
}

describe('an entry point called with', () => {
  test.each(HOSTILE)('%s says that the arguments are wrong and changes nothing', async (_, args) => {
    const before = everything();
    for (const entry of BY_SIDEBAR) {
      expect([entry, codeOf(await answerTo(entry, args))]).toEqual([entry, 'arguments-invalid']);
    }
    expect(everything()).toEqual(before);
  });

  test.each(WRONG_FIELDS)('%s says that the arguments are wrong and changes nothing', async (_, json) => {
    const before = everything();
    for (const entry of WITH_FIELDS) {
      expect([entry, codeOf(await answerTo(entry, [json]))]).toEqual([entry, 'arguments-invalid']);
    }
    expect(everything()).toEqual(before);
  });

  test.each(UNKNOWN)('%s %j names the problem and changes nothing', async (entry, payload, problem) => {
    const before = everything();
    expect(codeOf(await answerTo(entry, [JSON.stringify(payload)]))).toBe(problem);
    expect(everything()).toEqual(before);
  });

  test('a second argument ignores it', async () => {
    expect(codeOf(await answerTo('listLogins', ['{}', { more: 1 }]))).toBe('ok');
  });

  test('fields that nobody asked for ignores them', async () => {
    expect(codeOf(await answerTo('listRuns', ['{"__proto__":{"polluted":1},"more":[1]}']))).toBe('ok');
  });
});

test('a problem never shows its technical cause', async () => {
  const answer = await answerTo('addLogin', [JSON.stringify({ key: 'unknown' })]);
  expect(answer).toMatchObject({ ok: false, problem: { code: 'key-refused' } });
  expect(JSON.stringify(answer)).not.toContain('cause');
});
