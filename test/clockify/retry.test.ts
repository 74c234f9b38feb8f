import type { Failure } from '../../src/clockify/failure';
import { FOR_A_DIALOG, FOR_A_TABLE, retryWait } from '../../src/clockify/retry';

const limited: Failure = { kind: 'rate-limited', status: 429, message: 'Too many requests' };
const noData: Failure = { kind: 'unreadable', status: 200, message: '' };

test('waits grow from one second to sixteen, and are spread by a quarter', () => {
  const endless = { tries: { other: 10 }, longestWait: 60_000 };
  expect([1, 2, 3, 4, 5, 6].map((count) => retryWait([limited], count, 0.5, endless))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 16_000,
  ]);
  expect(retryWait([limited], 1, 0, endless)).toBe(750);
  expect(retryWait([limited], 1, 1, endless)).toBe(1250);
});

test('the wait that Clockify asks for is kept', () => {
  expect(retryWait([limited, { ...limited, retryAfter: 30_000 }], 1, 0.5, FOR_A_TABLE)).toBe(30_000);
});

test.each<[string, Failure[], number, boolean]>([
  ['what may pass', [limited], 1, true],
  ['the fifth failure in a row of a busy server', [limited], 5, true],
  ['the sixth failure in a row of a busy server', [limited], 6, false],
  ['the third answer in a row that is no data', [noData], 3, true],
  ['the fourth answer in a row that is no data', [noData], 4, false],
  ['a wait of an hour', [{ ...limited, retryAfter: 3_600_000 }], 1, false],
  ['a refused key', [{ kind: 'key-refused', status: 401, message: '' }], 1, false],
])('%s: worth another try for a table?', (_, failures, count, worth) => {
  expect(retryWait(failures, count, 0.5, FOR_A_TABLE) !== null).toBe(worth);
});

test('a dialog is kept waiting three tries, and no half minute', () => {
  expect(retryWait([limited], 2, 0.5, FOR_A_DIALOG)).toBe(2000);
  expect(retryWait([limited], 3, 0.5, FOR_A_DIALOG)).toBeNull();
  expect(retryWait([{ ...limited, retryAfter: 30_000 }], 1, 0.5, FOR_A_DIALOG)).toBeNull();
});
