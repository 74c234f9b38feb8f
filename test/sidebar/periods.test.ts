import { choiceOf, PERIOD_CHOICES, periodOf, periodOptions } from '../../src/sidebar/model/periodChoices';
import { daysOf, describeMeaning, summaryOf } from '../../src/sidebar/model/periods';
import { emphasised, questionOf } from '../../src/sidebar/model/sentence';
import { NOW, query, report } from './views';

const at = { now: NOW, zone: 'Europe/Berlin', weekStart: 'MONDAY' as const };
const lastMonth = { kind: 'preset' as const, preset: 'last-month' as const };

test('each choice is the choice of its period', () => {
  for (const choice of PERIOD_CHOICES) {
    expect(choiceOf(periodOf(choice, lastMonth, at), choice === 'any')).toBe(choice);
  }
});

test('fixed dates begin with the days that the period before them meant', () => {
  expect(periodOf('fixed', lastMonth, at)).toEqual({ kind: 'fixed', from: '2026-10-01', to: '2026-10-31' });
});

test('a period is shown with the days it means today', () => {
  expect(describeMeaning(lastMonth, at)).toBe('Today that means 1–31 Oct 2026 (Europe/Berlin)');
  expect(describeMeaning({ kind: 'fixed', from: '2026-08-01', to: '2026-08-31' }, at)).toBe(
    '31 days, both ends included (Europe/Berlin)',
  );
  expect(summaryOf({ kind: 'last-days', days: 7, today: false }, at)).toBe(
    'Last 7 days: 28 Oct – 3 Nov 2026',
  );
  expect(periodOptions(at).find(({ value }) => value === 'last 12 months')).toEqual({
    value: 'last 12 months',
    label: 'Last 12 months',
    detail: '1 Nov 2025 – 31 Oct 2026',
    group: 'Months',
  });
  expect(describeMeaning({ kind: 'cell', cell: '=Settings!B2' }, at)).toBe(
    'Read from Settings!B2 at each refresh (Europe/Berlin)',
  );
});

test('a period that is being typed means nothing yet', () => {
  expect(daysOf({ kind: 'fixed', from: '2026-09-01', to: '2026-08-01' }, at)).toBeNull();
  expect(describeMeaning(lastMonth, { ...at, zone: 'Mars/Base' })).toBe('');
});

test.each([
  { kind: 'fixed' as const, from: '', to: '2026-12-31' },
  { kind: 'fixed' as const, from: '0000-12-31', to: '2026-12-31' },
  { kind: 'last-days' as const, days: Number.NaN, today: false },
  { kind: 'last-days' as const, days: 0, today: false },
  { kind: 'last-days' as const, days: 1.5, today: false },
])('a period that can’t be read is never half said: %j', (period) => {
  expect(summaryOf(period, at)).toBe('No period yet');
  expect(describeMeaning(period, at)).toBe('');
  const said = questionOf(query({ period }), report).map(({ text }) => text);
  expect(said.join('')).toBe('Date and duration, one row each, no period yet');
});

test('names in a sentence are made strong', () => {
  expect(emphasised('The key of Agency key is gone.', ['Agency key', undefined])).toEqual([
    { text: 'The key of ', strong: false },
    { text: 'Agency key', strong: true },
    { text: ' is gone.', strong: false },
  ]);
});
