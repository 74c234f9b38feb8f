import fc from 'fast-check';
import type { ProblemError } from '../../src/problems/problem';
import { exportedQuery, importedQuery, type NamedAccount } from '../../src/query/exchange';
import type { Query } from '../../src/query/query';
import { anyQuery } from './anyQuery';

const query: Query = {
  version: 2,
  id: 'q-secret',
  name: 'Hours by client',
  report: 'time-entries',
  accounts: [{ login: 'login-secret', workspace: 'w1', name: 'Acme' }],
  period: { kind: 'preset', preset: 'this-year' },
  zone: 'Europe/Berlin',
  grain: 'grouped',
  columns: [{ field: 'client' }, { field: 'hours', title: 'Total' }],
  filters: [
    { field: 'project', op: 'is', values: [{ id: 'p1', name: 'Website' }, { cell: '=Settings!B2' }] },
  ],
  sort: [['hours', 'desc']],
  limit: 10,
  options: { durations: 'duration' },
  target: { kind: 'placed', range: 'Clockify_Secret', sheet: 5, row: 1, column: 1 },
};

const own = ({ workspace, name }: NamedAccount) => ({ login: 'mine', workspace, name });

function problemOf(json: string) {
  try {
    importedQuery(json, own);
  } catch (error) {
    return (error as ProblemError).problem;
  }
  throw new Error('nothing was refused');
}

const changed = (change: object) => JSON.stringify({ ...JSON.parse(exportedQuery(query)), ...change });

test('what is exported reads well and says nothing of logins, ids or places', () => {
  expect(exportedQuery(query)).toBe(`{
  "version": 2,
  "name": "Hours by client",
  "report": "time-entries",
  "accounts": [{"workspace": "w1", "name": "Acme"}],
  "period": {"kind": "preset", "preset": "this-year"},
  "zone": "Europe/Berlin",
  "grain": "grouped",
  "columns": [{"field": "client"}, {"field": "hours", "title": "Total"}],
  "filters": [
    {
      "field": "project",
      "op": "is",
      "values": [{"id": "p1", "name": "Website"}, {"cell": "=Settings!B2"}]
    }
  ],
  "sort": [["hours", "desc"]],
  "limit": 10,
  "options": {"durations": "duration"}
}
`);
});

test('what is exported comes back, with the accounts of whoever imports it', () => {
  fc.assert(
    fc.property(anyQuery, (saved) => {
      const { id: _, ...rest } = saved;
      const workspaces = new Set(saved.accounts.map(({ workspace }) => workspace));
      fc.pre(workspaces.size === saved.accounts.length);
      expect(importedQuery(exportedQuery(saved), own)).toEqual({
        draft: {
          ...rest,
          target: { kind: 'new-tab' },
          accounts: saved.accounts.map((account) => ({ ...account, login: 'mine' })),
        },
        unknown: [],
      });
    }),
  );
});

test('an account that nobody here sees is named, and the rest is there', () => {
  const { draft, unknown } = importedQuery(exportedQuery(query), () => null);
  expect(draft.accounts).toEqual([]);
  expect(draft.columns).toEqual(query.columns);
  expect(unknown).toEqual([{ workspace: 'w1', name: 'Acme' }]);
});

test('nothing of an import says where its table goes, whose it is, or what it doesn’t know', () => {
  const { draft } = importedQuery(changed({ id: 'other', target: query.target, admin: true }), own);
  expect(draft).not.toHaveProperty('id');
  expect(draft).not.toHaveProperty('admin');
  expect(draft.target).toEqual({ kind: 'new-tab' });
  const logins = importedQuery(changed({ accounts: [{ ...query.accounts[0], login: 'yours' }] }), own);
  expect(logins.draft.accounts).toEqual([{ login: 'mine', workspace: 'w1', name: 'Acme' }]);
});

const deep = (levels: number): unknown => (levels === 0 ? query.filters?.[0] : { or: [deep(levels - 1)] });

test.each<[string, string, string, string]>([
  ['nothing', '', 'import-invalid', 'it is no JSON'],
  ['half of it', exportedQuery(query).slice(0, 200), 'import-invalid', 'it is no JSON'],
  ['brackets without end', '['.repeat(50_000), 'import-invalid', 'it is no JSON'],
  ['a text', '"query"', 'import-invalid', 'an object is expected'],
  ['a list', '[]', 'import-invalid', 'an object is expected'],
  ['a megabyte', ' '.repeat(1_000_000), 'import-invalid', 'more than any query has'],
  ['another version', changed({ version: 3 }), 'query-newer', 'newer version'],
  ['no version', changed({ version: undefined }), 'import-invalid', 'version'],
  ['the prototype', '{"__proto__": {"version": 2}}', 'import-invalid', 'version'],
  ['an account that is a text', changed({ accounts: ['Acme'] }), 'import-invalid', 'account 1'],
  ['accounts that are none', changed({ accounts: {} }), 'import-invalid', 'accounts: a list is expected'],
  ['a column without a field', changed({ columns: [{}] }), 'import-invalid', 'column 1, field'],
  ['a filter that is a function', changed({ filters: ['x => true'] }), 'import-invalid', 'filter 1'],
  ['a tree without end', changed({ filters: [deep(50)] }), 'filter-too-large', 'deeper than 10 levels'],
  [
    '500 conditions',
    changed({ filters: Array(500).fill({ field: 'client', op: 'empty', values: [] }) }),
    'filter-too-large',
    'more than 200 conditions',
  ],
])('%s is refused, and the part named', (_, json, code, part) => {
  const problem = problemOf(json);
  expect(problem.code).toBe(code);
  expect(problem.title).toContain(part);
  expect(problem.title.length).toBeLessThan(300);
});

test('any text is a query or a problem', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => changed({ filters: value, columns: value })),
      ),
      (json) => {
        expect(problemOf(json)).toHaveProperty('code');
      },
    ),
  );
});
