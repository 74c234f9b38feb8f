import { fieldsOf, reports } from '../../src/reports';
import { totalOf } from './fields';

const hour = 3600;
const project = (trackedSeconds: number | null, estimate: number | null) => ({
  trackedSeconds,
  timeEstimate: estimate === null ? null : { seconds: estimate },
});
const task = (trackedSeconds: number | null, estimateSeconds: number | null) => ({
  task: { trackedSeconds, estimateSeconds },
});

describe.each([
  ['projects', project, 'time-estimate'],
  ['tasks', task, 'estimate'],
] as const)('%s with an estimate', (report, record, estimate) => {
  const total = (id: string, records: unknown[]) => totalOf(report, id, records);
  const some = [record(6 * hour, 8 * hour), record(5 * hour, 4 * hour), record(9 * hour, null)];

  test('progress of one of them is what is tracked of the estimate', () => {
    expect(total('progress', [record(6 * hour, 8 * hour)])).toBe(0.75);
  });

  test('without one there is nothing used, left or in progress', () => {
    const none = [record(9 * hour, null)];
    expect(['used', 'left', 'progress', estimate].map((id) => total(id, none))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('over several, time without an estimate uses up no estimate', () => {
    expect(['tracked', 'used', estimate, 'left', 'progress'].map((id) => total(id, some))).toEqual([
      20 * hour,
      11 * hour,
      12 * hour,
      hour,
      11 / 12,
    ]);
  });

  test('below 0 is left of what took longer', () => {
    expect(total('left', [record(5 * hour, 4 * hour)])).toBe(-hour);
  });

  test('all is left where nothing is tracked', () => {
    expect(total('left', [record(null, 4 * hour)])).toBe(4 * hour);
  });
});

test.each([
  ['projects', 'projects'],
  ['tasks', 'tasks'],
  ['clients', 'clients'],
  ['users', 'people'],
  ['tags', 'tags'],
  ['time-entries', 'entries'],
])('the report of %s counts its rows as %s', (report, id) => {
  expect(totalOf(report, id, [{}, {}, {}])).toBe(3);
});

describe.each(reports.map((report) => [report.id, report] as const))('the report of %s', (_, report) => {
  const fields = fieldsOf(report);

  test('has each id and each title once', () => {
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(new Set(fields.map(({ title }) => title.toLowerCase())).size).toBe(fields.length);
  });

  test('begins with fields that it has, one of which is of one record', () => {
    const chosen = fields.filter(({ id }) => report.defaults.includes(id));
    expect(chosen).toHaveLength(report.defaults.length);
    expect(chosen.some((field) => field.role === 'dimension' && field.each)).toBe(true);
  });

  test('has ratios of its own metrics only', () => {
    for (const field of fields) {
      if (field.role !== 'metric' || !('ratio' in field.measure)) continue;
      const { numerator, denominator } = field.measure.ratio;
      const parts = fields.filter(({ id }) => id === numerator || id === denominator);
      expect(parts.map(({ role }) => role)).toEqual(['metric', 'metric']);
      expect(field.formula).toBeDefined();
    }
  });

  test('says each field in a sentence', () => {
    for (const { sentence } of fields) expect(sentence).toMatch(/^["A-Z].*[.…]$/);
  });
});
