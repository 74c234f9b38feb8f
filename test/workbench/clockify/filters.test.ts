import { useDemo } from './demo';

const demo = useDemo();
const week = { from: '2026-02-02', to: '2026-02-07' };

/** The descriptions that a filter lets through, which both reports must agree on. */
async function passing(filter: object, question = week): Promise<(string | null)[]> {
  const { status, body } = await demo.detailed('Quirks', {
    ...question,
    ...filter,
    sortOrder: 'ASCENDING',
  });
  expect(status).toBe(200);
  const summary = await demo.summary('Quirks', ['TIMEENTRY'], { ...question, ...filter });
  expect(summary.body.totals).toEqual(body.totals);
  return body.timeentries.map(({ description }: { description: string | null }) => description);
}

function idsOf(list: 'tags' | 'projects' | 'clients' | 'groups', ...names: string[]): string[] {
  return demo.state
    .required('Quirks')
    [list].filter(({ name }) => names.includes(name))
    .map(({ id }) => id);
}

describe('a filter of tags', () => {
  const filter = (names: string[], contains: string) => ({
    tags: { ids: idsOf('tags', ...names), contains },
  });

  test('lets entries through that have any of them', async () => {
    expect(await passing(filter(['plain', 'a, b'], 'CONTAINS'))).toEqual([
      'one tag',
      'awkward tags',
      'tags, not tagIds',
    ]);
  });

  test('that excludes lets entries without tags through', async () => {
    expect(await passing(filter(['plain', 'a, b'], 'DOES_NOT_CONTAIN'))).toEqual([
      null,
      'no tags',
      'archived tag',
    ]);
  });

  test('that says "only" lets entries through that have some of them and no other', async () => {
    expect(await passing(filter(['plain', 'a, b'], 'CONTAINS_ONLY'))).toEqual([
      'one tag',
      'tags, not tagIds',
    ]);
  });

  test('goes by either of its two words', async () => {
    const ids = idsOf('tags', 'plain', 'a, b');
    const containedInTimeentry = 'CONTAINS_ONLY';
    const only = await passing(filter(['plain', 'a, b'], 'CONTAINS_ONLY'));
    expect(await passing({ tags: { ids, containedInTimeentry } })).toEqual(only);
    expect(await passing({ tags: { ids, containedInTimeentry, contains: containedInTimeentry } })).toEqual(
      only,
    );
  });
});

test('things of which an entry has one are contained or not', async () => {
  const days = { from: '2026-02-23', to: '2026-02-26' };
  const ids = idsOf('clients', 'Beta', 'Gone Ltd');
  expect(await passing({ clients: { ids, contains: 'CONTAINS' } }, days)).toEqual([
    'archived',
    'Support of Beta',
  ]);
  const others = await passing({ clients: { ids, contains: 'DOES_NOT_CONTAIN' } }, days);
  expect(others).toContain('project named with a space');
  expect(others).not.toContain('archived');
  expect(await passing({ clients: { ids, contains: 'CONTAINS_ONLY' } }, days)).toHaveLength(2);
});

test('a user group stands for its people', async () => {
  const june = { from: '2026-06-01', to: '2026-06-03' };
  const ids = idsOf('groups', 'Night owls');
  expect(await passing({ userGroups: { ids, contains: 'CONTAINS' } }, june)).toEqual([
    'from midnight, Kathmandu',
    'from midnight, New York',
    'last second, Kathmandu',
  ]);
});

test('a status is that of the thing', async () => {
  const days = { from: '2026-02-23', to: '2026-02-26' };
  expect(await passing({ projects: { status: 'ARCHIVED' } }, days)).toEqual(['archived']);
  expect(await passing({ tasks: { status: 'ARCHIVED' } }, days)).toEqual(['done task']);
  expect(await passing({ users: { status: 'INACTIVE' } }, days)).toEqual(['by someone deleted']);
});

test.each([
  ['a bare list', { clients: ['0'.repeat(24)] }],
  ['no ids', { clients: { ids: [], contains: 'CONTAINS' } }],
  ['a name for an id', { clients: { ids: ['Beta'] } }],
  ['another word', { clients: { ids: ['0'.repeat(24)], contains: 'EQUALS' } }],
  ['an unknown property', { clients: { ids: ['0'.repeat(24)], includeWithout: true } }],
  ['a status of tags', { tags: { ids: ['0'.repeat(24)], status: 'ARCHIVED' } }],
])('a filter with %s is refused by both reports', async (_, filter) => {
  expect((await demo.detailed('Quirks', { ...week, ...filter })).status).toBe(400);
  expect((await demo.summary('Quirks', ['USER'], { ...week, ...filter })).status).toBe(400);
});
