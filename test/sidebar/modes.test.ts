import type { Draft } from '../../src/sidebar/model/draft';
import { modeBarred, modeFault } from '../../src/sidebar/model/modes';
import { query, grouped as report } from './views';

const draft = (change: Partial<Draft>): Draft => ({
  ...query({ grain: 'grouped', columns: [{ field: 'date' }, { field: 'hours' }] }),
  ...change,
});

test('why a draft can’t be gone on from is said with what to do first', () => {
  expect(modeBarred({ kind: 'by-id' }, draft({}), report)).toBe(
    'Not as it is: its rows are grouped. Show one row each first.',
  );
  expect(modeBarred({ kind: 'last-days', days: 7 }, draft({ totals: true }), report)).toBe(
    'Not as it is: it has totals. Remove that first.',
  );
  expect(modeBarred({ kind: 'last-days', days: 7 }, draft({}), report)).toBeNull();
});

test.each([0, 367, Number.NaN, 1.5])('%s days are none', (days) => {
  expect(modeFault(draft({ mode: { kind: 'last-days', days } }), report)).toMatch(/from 1 to 366/);
});
