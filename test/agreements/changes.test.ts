import { describeChanges, describeQuery, type Naming } from '../../src/agreements/changes';
import { termsOf } from '../../src/agreements/terms';
import type { Query } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import { query } from '../job/server';

const naming: Naming = { account: ({ workspace }) => `Account ${workspace}`, target: () => 'a new tab' };
const digest = (text: string) => String(text.length);

function changes(before: Partial<Query>, after: Partial<Query>): string[] {
  const [old, now] = [before, after].map((change) => ({ ...query, ...change }));
  return describeChanges(now, termsOf(now, digest), termsOf(old, digest), naming);
}

const accounts = (number: number) =>
  Array.from({ length: number }, (_, index) => ({ login: 'l1', workspace: `w${index}`, name: '' }));

test('money is named first, however many other columns come with it', () => {
  const all = reportOf('time-entries').fields.map(({ id }) => ({ field: id }));
  const [first] = changes({ columns: [{ field: 'date' }] }, { columns: all });
  expect(first).toMatch(/^Billable rate, Cost rate, Currency, Amount, Cost, Profit, /);
  expect(describeQuery({ ...query, columns: all }, naming)[1]).toMatch(
    /^Its columns are Billable rate, Cost rate, Currency, Amount, Cost, Profit, /,
  );
});

test('each sentence is short enough to be read, and no column is left out', () => {
  const { fields } = reportOf('time-entries');
  const sentences = changes(
    { columns: [{ field: 'nothing' }] },
    { columns: fields.map(({ id }) => ({ field: id })) },
  );
  for (const sentence of sentences) expect(sentence.length).toBeLessThanOrEqual(300);
  const said = sentences.join(' ');
  expect(fields.filter(({ title }) => !said.includes(title))).toEqual([]);
});

test('of a list without end the number is said', () => {
  const sentences = changes({}, { accounts: accounts(200) });
  expect(sentences.length).toBeLessThan(10);
  expect(sentences.join(' ')).toMatch(/and \d+ more/);
});

test('one account in the place of another is the account now', () => {
  expect(changes({}, { accounts: accounts(1) })).toEqual(['The account is now Account w0.']);
});

test('an account that is added, or removed, is said', () => {
  expect(changes({ accounts: accounts(1) }, { accounts: accounts(2) })).toEqual([
    'It now reads Account w1 too.',
  ]);
  expect(changes({ accounts: accounts(2) }, { accounts: accounts(1) })).toEqual([
    'It no longer reads Account w1.',
  ]);
});

test('a part that only a newer version knows is said to have changed', () => {
  expect(changes({}, { filters: [1] } as object)).toEqual(['The part "filters" was changed.']);
});
