import { NOTHING, type TimeEntry } from '../../src/datasets/timeEntry';
import { type Query, readCandidate } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import type { RowContext } from '../../src/reports/report';
import type { Name, Names } from '../../src/rows/names';
import { type Shape, shapeOf } from '../../src/rows/shape';
import { type AccountRows, type Ending, type Table, tableOf } from '../../src/rows/table';
import { mergeRows, takeRows } from '../../src/rows/take';

/** An account as most are. */
export const acme: RowContext = { account: 'Acme', weekStart: 'MONDAY', region: 'global', currency: 'EUR' };

/** A query of time entries, grouped, with something of its own. */
export function query(own: Partial<Query> & { fields?: string[] }): Query {
  const { fields = ['hours'], ...rest } = own;
  return readCandidate(
    {
      version: 2,
      id: 'q1',
      name: 'Hours',
      report: 'time-entries',
      accounts: [{ login: 'l1', workspace: 'w1', name: 'Acme' }],
      period: { kind: 'fixed', from: '2026-08-01', to: '2026-08-31' },
      zone: 'Europe/Berlin',
      grain: 'grouped',
      columns: fields.map((field) => ({ field })),
      options: { durations: 'duration' },
      target: { kind: 'new-tab' },
      ...rest,
    },
    'Hours',
  );
}

export function shape(own: Parameters<typeof query>[0]): Shape {
  const asked = query(own);
  return shapeOf(asked, reportOf(asked.report));
}

let entries = 0;

/** 2026-08-01 as a serial number. */
export const AUGUST = 46_235;

/** An entry of an hour on 3 August, with something of its own. */
export function entry(own: Partial<TimeEntry> = {}): TimeEntry {
  entries += 1;
  return {
    ...NOTHING,
    id: `e${entries}`,
    startSerial: AUGUST + 2 + 9 / 24,
    endSerial: AUGUST + 2 + 10 / 24,
    seconds: 3600,
    userId: 'u1',
    userName: 'Ann',
    billable: true,
    type: 'REGULAR',
    ...own,
  };
}

/** What is read beside the entries of a query. */
export interface Beside {
  compared?: TimeEntry[];
  names?: Map<string, Names>;
  ending?: Partial<Ending>;
  filling?: { fills: 'people' | 'projects'; records: unknown[] }[];
}

/** The table of some entries. */
export function table(shaped: Shape, records: TimeEntry[], beside: Beside = {}): Table {
  const taking = { context: acme, days: null, pushed: false };
  const account: AccountRows = {
    context: acme,
    current: mergeRows(takeRows(records, shaped, { ...taking, side: 'current' }), shaped),
    compared: mergeRows(takeRows(beside.compared ?? [], shaped, { ...taking, side: 'compared' }), shaped),
    filling: (beside.filling ?? []).flatMap(({ fills, records: things }) =>
      takeRows(things, shaped, { ...taking, side: 'current', fills }),
    ),
    names: beside.names ?? new Map(),
  };
  const ending = {
    days: { from: '2026-08-01', to: '2026-08-31' },
    compared: null,
    split: [],
    ...beside.ending,
  };
  return tableOf([account], shaped, ending) as Table;
}

/** The cells of a table, texts without their apostrophe. */
export function cells(shaped: Shape, records: TimeEntry[], beside?: Beside): (string | number | boolean)[][] {
  return table(shaped, records, beside).cells.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell)),
  );
}

/** Names that a dataset gives, by id. */
export function namesOf(dataset: string, labels: Record<string, string>): Map<string, Names> {
  const names = Object.entries(labels).map(([id, label]): [string, Name[]] => [id, [{ label, thing: null }]]);
  return new Map([[dataset, new Map(names)]]);
}
