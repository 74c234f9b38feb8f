import { statedIn } from '../../src/datasets/control';
import type { Scope } from '../../src/datasets/dataset';
import { timeEntries } from '../../src/datasets/timeEntries';
import { serialOfWallTime, toTheSecond } from '../../src/datasets/wallTime';

const scope: Scope = {
  workspace: 'w1',
  zone: 'Europe/Berlin',
  days: { from: '2026-05-01', to: '2026-05-31' },
  amounts: 'earned',
};

const interval = { start: '2026-05-06T10:00:00+02:00', end: '2026-05-06T12:54:00+02:00', duration: 10_440 };
const totals = [{ entriesCount: 1, totalTime: 10_440 }];

function page(entry: object, envelope: object = { totals }) {
  return timeEntries.page(
    { timeentries: [{ _id: 'e1', timeInterval: interval, ...entry }], ...envelope },
    scope,
  );
}

function read(entry: object, envelope?: object) {
  return page(entry, envelope).records[0];
}

describe('the request', () => {
  test('names days without a zone, and the zone beside them', () => {
    const { body } = timeEntries.request(scope, { number: 3, size: 1000 });
    expect(body).toMatchObject({
      dateRangeStart: '2026-05-01T00:00:00.000',
      dateRangeEnd: '2026-05-31T23:59:59.999',
      timeZone: 'Europe/Berlin',
      detailedFilter: { page: 3, pageSize: 1000 },
    });
  });

  test('leaves out what filters say, by the same words as the summary', () => {
    const filters = { projects: ['p1'], tags: ['t1'], tasks: [], billable: true };
    const { body } = timeEntries.request({ ...scope, filters }, { number: 1, size: 1000 });
    expect(body).toMatchObject({
      projects: { ids: ['p1'], contains: 'CONTAINS', status: 'ALL' },
      tags: { ids: ['t1'], contains: 'CONTAINS', status: 'ALL', containedInTimeentry: 'CONTAINS' },
      billable: true,
    });
    expect(body).not.toHaveProperty('tasks');
  });

  test('asks for no amounts when no column shows any', () => {
    const { body } = timeEntries.request({ ...scope, amounts: 'hidden' }, { number: 1, size: 1000 });
    expect(body).toMatchObject({ amountShown: 'HIDE_AMOUNT' });
    expect(body).not.toHaveProperty('amounts');
  });
});

describe('a row', () => {
  test.each([
    ['_id', { _id: 'x' }],
    ['id', { _id: undefined, id: 'x' }],
    ['get_id', { _id: undefined, get_id: 'x' }],
  ])('has its id under %s', (_, entry) => {
    expect(read(entry).id).toBe('x');
  });

  test('may come under timeEntries', () => {
    const body = { timeEntries: [{ id: 'e1', timeInterval: interval }], totals };
    expect(timeEntries.page(body, scope).records).toHaveLength(1);
  });

  test.each([
    ['tags with _id', { tags: [{ _id: 't1', name: 'a' }] }, ['t1'], ['a']],
    ['tags with id', { tags: [{ id: 't1', name: 'a' }] }, ['t1'], ['a']],
    ['ids alone', { tagIds: ['t1'] }, ['t1'], ['t1']],
    ['null', { tagIds: null }, [], []],
    ['an empty list', { tags: [], tagIds: [] }, [], []],
    ['nothing', {}, [], []],
  ])('has its tags as %s', (_, entry, ids, names) => {
    expect(read(entry)).toMatchObject({ tagIds: ids, tagNames: names });
  });

  test('prefers earned amounts to the plain ones', () => {
    expect(read({ amount: 1, rate: 2, earnedAmount: 3, earnedRate: 4 })).toMatchObject({
      earnedAmount: 3,
      earnedRate: 4,
    });
  });

  test('keeps 0 and false as values', () => {
    expect(read({ amount: 0, billable: false })).toMatchObject({ earnedAmount: 0, billable: false });
  });

  test('takes the wall time of Clockify where it is of the zone', () => {
    const zoned = { ...interval, timeZone: 'Europe/Berlin', zonedStart: '2026-05-06T09:00:00' };
    expect(read({ timeInterval: zoned }).startSerial).toBe(
      toTheSecond(serialOfWallTime('2026-05-06T09:00:00')),
    );
  });

  test('passes over a wall time of another zone', () => {
    const zoned = { ...interval, timeZone: 'Asia/Tokyo', zonedStart: '2026-05-06T17:00:00' };
    expect(read({ timeInterval: zoned }).startSerial).toBe(
      toTheSecond(serialOfWallTime('2026-05-06T10:00:00')),
    );
  });

  test('lasts from start to end where no duration is given', () => {
    expect(read({ timeInterval: { ...interval, duration: undefined } }).seconds).toBe(10_440);
  });

  test.each([
    ['absent', undefined, null, null],
    ['an empty list', [], null, false],
    ['an invoice', { invoiceId: 'i1' }, 'i1', true],
    ['a mark by hand', { manuallyInvoiced: true }, null, true],
  ])('knows of its invoicing by %s', (_, invoicingInfo, invoiceId, invoiced) => {
    expect(read({ invoicingInfo })).toMatchObject({ invoiceId, invoiced });
  });

  test('takes the only currency of the report where it names none', () => {
    const envelope = {
      totals: [{ ...totals[0], totalAmountByCurrency: [{ currency: 'AUD', amount: 13_050 }] }],
    };
    expect(read({}, envelope).currency).toBe('AUD');
  });

  test('has no currency where the report has several', () => {
    const byCurrency = [{ currency: 'AUD' }, { currency: 'EUR' }];
    expect(read({}, { totals: [{ ...totals[0], totalAmountByCurrency: byCurrency }] }).currency).toBeNull();
  });

  test('that is still running is left out and counted', () => {
    const running = { start: '2026-05-06T10:00:00Z', end: null, duration: null };
    expect(page({ timeInterval: running })).toMatchObject({ records: [], received: 1 });
  });
});

describe('an answer is refused', () => {
  test.each([
    ['without a list', { totals }],
    ['with something else in the list', { timeentries: [null], totals }],
    ['with a row without id', { timeentries: [{ timeInterval: interval }], totals }],
    ['with a row without times', { timeentries: [{ _id: 'e1' }], totals }],
    [
      'with a row whose times are none',
      { timeentries: [{ _id: 'e1', timeInterval: { start: 'x', end: 'y' } }], totals },
    ],
    ['with rows and no totals', { timeentries: [{ _id: 'e1', timeInterval: interval }], totals: [null] }],
  ])('%s', (_, body) => {
    const read = () => [timeEntries.page(body, scope), statedIn(timeEntries.controls, body)];
    expect(read).toThrow('unexpected shape');
  });
});

test.each([[[]], [[null]], [[{ entriesCount: 0, totalTime: 0 }]]])(
  'nothing found is a whole answer: totals %j',
  (empty) => {
    const body = { timeentries: [], totals: empty };
    expect(timeEntries.page(body, scope)).toMatchObject({ received: 0 });
    expect(statedIn(timeEntries.controls, body)).toEqual({ records: 0, seconds: 0 });
  },
);
