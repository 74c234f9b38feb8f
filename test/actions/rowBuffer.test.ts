import { RowBuffer } from '../../src/actions/refresh/rowBuffer';
import type { Stage } from '../../src/actions/refresh/stage';
import { apply } from '../../src/job/apply';
import { type Job, newJob } from '../../src/job/job';
import type { Row } from '../../src/rows/row';
import { type Gathered, gathering } from '../../src/rows/take';
import { facts, query } from '../job/server';

/** A stage in memory, from which a test can take things. */
class Kept implements Stage {
  readonly texts = new Map<string, string>();
  put(name: string, rows: Row[]) {
    this.texts.set(name, JSON.stringify(rows));
  }
  take(name: string) {
    const text = this.texts.get(name);
    return text === undefined ? null : (JSON.parse(text) as Row[]);
  }
  drop(names: string[]) {
    for (const name of names) this.texts.delete(name);
  }
}

/** Groups whose one value is added up. */
const adding = (): Gathered =>
  gathering({
    grouped: true,
    traits: [],
    ledger: {
      width: 1,
      keepsSets: false,
      merge(values: number[], other: number[]) {
        values[0] += other[0];
      },
    },
  } as never);

const group = (key: string, value: number): Row => ['', key, [value]];

function taken(job: Job, page: number): Job {
  const facts = { received: 1, total: 3, lastPage: null, begins: `${page}` };
  const result = {
    list: 1,
    page: { number: page, size: 1 },
    facts,
    stated: {},
    records: 1,
    rows: [1],
    sums: {},
    names: [],
  };
  return apply(job, { did: 'ask', sentAt: 0, at: 0, chance: 0, logins: [], results: [result] });
}

test('what waits in the stage and what is in memory are added up once, also when it is gathered again', () => {
  const stage = new Kept();
  const buffer = new RowBuffer(stage, adding);
  let job = newJob('q1.1', [{ query, facts: [facts] }], 0);
  const [list] = job.lists;
  job = taken(job, 1);
  buffer.add(list, [[group('a', 1), group('b', 10)]]);
  job = apply(job, { did: 'stage', staged: buffer.keep(job) });
  job = taken(job, 2);
  buffer.add(list, [[group('a', 2)]]);
  const values = () => {
    const gathered = buffer.gather(job, job.lists, 0);
    return 'lost' in gathered
      ? gathered.lost
      : gathered.rowsOf(job.lists[0], 0).map(([, key, [value]]) => [key, value]);
  };
  expect(values()).toEqual([
    ['a', 3],
    ['b', 10],
  ]);
  expect(values()).toEqual([
    ['a', 3],
    ['b', 10],
  ]);
});

test('what the stage has lost is named, and nothing of the rest is spoilt', () => {
  const stage = new Kept();
  const buffer = new RowBuffer(stage, adding);
  let job = newJob('q1.1', [{ query, facts: [facts] }], 0);
  const [list] = job.lists;
  job = taken(job, 1);
  buffer.add(list, [[group('a', 1)]]);
  job = apply(job, { did: 'stage', staged: buffer.keep(job) });
  const [[name, text]] = stage.texts;
  stage.texts.clear();
  job = taken(job, 2);
  buffer.add(list, [[group('a', 2)]]);
  expect(buffer.gather(job, job.lists, 0)).toEqual({ lost: [name] });
  stage.texts.set(name, text);
  const gathered = buffer.gather(job, job.lists, 0);
  expect('lost' in gathered ? null : gathered.rowsOf(job.lists[0], 0)).toEqual([group('a', 3)]);
});
