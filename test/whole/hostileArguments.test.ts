import * as v from 'valibot';
import { endpoints } from '../../src/endpoints';
import type { Answer } from '../../src/google/answer';
import type { Problem } from '../../src/problems/problem';
import type { Query } from '../../src/query/query';
import { type Examples, examplesOf } from './examples';
import { newGround, noted, QUERY_TAB, type Wish } from './ground';
import { changedAt, HOSTILE_VALUES, placesIn } from './hostileValues';

/* Every endpoint with every part of what it takes replaced by everything that shouldn't stand there. */

// What nonsense asks for is no example of what the add-on sends: the check of its requests doesn't see it.
delete process.env.DEMO_REQUEST_LOG;

const ground = newGround();

const wish: Wish = {
  name: 'Hours',
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-02'],
  columns: ['user', 'duration'],
  ask: {
    grain: 'grouped',
    filters: [{ or: [{ field: 'client', op: 'is', values: [{ id: '66'.padEnd(24, '0'), name: 'X' }] }] }],
    split: { field: 'project', most: 3, others: true, totals: true },
    compare: { with: 'previous-period', show: ['value'] },
    fill: ['people'],
    sort: [['user', 'asc']],
    limit: 10,
    totals: true,
    options: { durations: 'duration', columnNames: false },
  },
};

/** They read the parts of a query as `saveQuery` does, by the same function, and what is hidden in it is tried there. */
const SAME_READING: (keyof Examples)[] = ['previewRequests', 'previewRows'];

/** Characters that can't be seen, end a line, or turn the direction of others. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069]/u;

async function examples(): Promise<Examples> {
  const query = await ground.fill(wish);
  const [{ login, workspace }] = query.accounts;
  const stored = JSON.parse(String(ground.sheet.values(QUERY_TAB, 'C2')[0][0])) as Query;
  return examplesOf({ login, workspace, query: stored, job: `${query.id}.x` });
}

async function answerTo(entry: string, text: string): Promise<Answer<unknown>> {
  const { value, error } = await ground.session.platform.run(entry, [text], { via: 'client' });
  expect([entry, text.slice(0, 300), error]).toEqual([entry, text.slice(0, 300), undefined]);
  return JSON.parse(String(value)) as Answer<unknown>;
}

/** What a query asks of Clockify may be nonsense; where it asks may not. */
async function expectKnownAddresses(): Promise<void> {
  const violations = await ground.control.violations();
  expect(violations.filter(({ problems }) => problems.includes('no such route here'))).toEqual([]);
  await ground.control.clearViolations();
}

/** No cell of the spreadsheet is a formula, however it was asked for. */
function expectNoFormula(): void {
  for (const { name } of ground.sheet.tabs())
    expect([name, ground.sheet.formulas(name).flat().filter(Boolean)]).toEqual([name, []]);
}

/** What is wrong with a problem, as something that a person reads; empty when nothing is. */
function complaintOf({ code, title, remedy }: Problem): string {
  if (code === 'unexpected') return 'nobody foresaw it';
  if (title.length > 500 || remedy.length > 500) return `${title.length} and ${remedy.length} letters`;
  return UNSEEN.test(title + remedy) ? JSON.stringify(title) : '';
}

describe('every endpoint', () => {
  test('has an example with all that it can be asked', async () => {
    const all = await examples();
    expect(Object.keys(all).sort()).toEqual(Object.keys(endpoints).sort());
    for (const [name, { schema }] of Object.entries(endpoints)) {
      const { issues } = v.safeParse(schema as v.GenericSchema, all[name as keyof Examples]);
      expect([name, issues]).toEqual([name, undefined]);
      // What can be asked in several ways has an example of one of them, with all of its fields.
      const { options = [schema] } = schema as unknown as { options?: unknown[] };
      const ways = options.map((way) => Object.keys((way as { entries: object }).entries).sort());
      expect([name, ways]).toEqual([
        name,
        expect.arrayContaining([Object.keys(all[name as keyof Examples]).sort()]),
      ]);
    }
  });

  test.each(Object.keys(endpoints) as (keyof Examples)[])(
    '%s knows what to say to anything in place of any part',
    async (entry) => {
      const example = (await examples())[entry];
      const goBack = noted(ground.session);
      const speechless: string[] = [];
      const places = placesIn(example).filter((place) => !SAME_READING.includes(entry) || place.length < 2);
      for (const place of places) {
        for (const [what, value] of HOSTILE_VALUES) {
          const answer = await answerTo(entry, JSON.stringify(changedAt(example, place, value)));
          const said = answer.ok ? '' : complaintOf(answer.problem);
          if (said !== '') speechless.push(`${what} at ${place.join('.')}: ${said}`);
          if (!answer.ok) continue;
          expectNoFormula();
          goBack();
        }
      }
      expect(speechless).toEqual([]);
      await expectKnownAddresses();
    },
  );

  test.each([
    ['five megabytes', (text: string) => `${text.slice(0, -1)},"more":"${'x'.repeat(5_000_000)}"}`],
    ['a hundred thousand levels', (text: string) => `${text.slice(0, -1)},"more":${'['.repeat(100_000)}`],
    [
      'fifty thousand levels that end',
      (text: string) => `${text.slice(0, -1)},"more":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    ],
  ])('says to %s that this can’t be done, or doesn’t look at it', async (_, grown) => {
    for (const [entry, example] of Object.entries(await examples())) {
      const text = grown(JSON.stringify(example)).replace('{,', '{');
      const goBack = noted(ground.session);
      const answer = await answerTo(entry, text);
      if (!answer.ok) expect([entry, answer.problem.code]).not.toEqual([entry, 'unexpected']);
      if (text.length > 200_000) expect(answer).toMatchObject({ problem: { code: 'arguments-invalid' } });
      goBack();
    }
  });
});
