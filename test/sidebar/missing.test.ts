import { type Missing, mendedBy, missingOf, suggested } from '../../src/sidebar/model/missing';

const reads = (id: string, name: string) => ({ id, name, digest: `digest of ${id}`, changes: [] });

const missing: Missing = {
  logins: [
    {
      id: 'theirs',
      name: null,
      accounts: [
        { workspace: 'w1', name: 'Acme' },
        { workspace: 'w2', name: 'Beta' },
      ],
      queries: [reads('q1', 'Hours'), reads('q2', 'Team')],
      candidates: [
        {
          login: 'a',
          accounts: [
            { from: 'w1', to: 'v1', name: 'Acme' },
            { from: 'w2', to: null, name: 'Beta' },
          ],
          says: ['Sees 12 of 80 people.'],
        },
        {
          login: 'b',
          accounts: [
            { from: 'w1', to: 'w1', name: 'Acme' },
            { from: 'w2', to: 'w2', name: 'Beta' },
          ],
          says: [],
        },
      ],
    },
    {
      id: 'lost',
      name: 'Old',
      accounts: [{ workspace: 'w9', name: 'Gone' }],
      queries: [reads('q2', 'Team')],
      candidates: [],
    },
  ],
  agreements: [reads('q3', 'Tags')],
};

test('the login of ours that sees most of a missing one suggests itself, none where none sees any', () => {
  expect(suggested(missing)).toEqual({ theirs: 'b', lost: '' });
});

test('of some queries only what they lack is asked', () => {
  expect(missingOf(missing, ['q2']).logins.map(({ id }) => id)).toEqual(['theirs', 'lost']);
  expect(missingOf(missing, ['q3'])).toEqual({ logins: [], agreements: [reads('q3', 'Tags')] });
});

test('a query goes on once each login that it lacks has one of ours', () => {
  const ids = (choice: Record<string, string>) => mendedBy(missing, choice).map(({ id }) => id);
  expect(ids({ theirs: 'b', lost: '' })).toEqual(['q1']);
  expect(ids({ theirs: 'b', lost: 'a' })).toEqual(['q1', 'q2']);
  expect(ids({})).toEqual([]);
});
