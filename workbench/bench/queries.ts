import type { Progress } from '../../src/job/progress';
import type { Demo } from '../clockify/start';
import { latency, scaled } from '../gas/latency';
import { rounded } from '../result';
import { ask, entriesOf } from './asking';
import { QUESTIONS, type Question } from './catalogue';

/** What the answer to a question took. */
export interface QueryMeasure {
  name: string;
  /** The lists that were read, by their datasets. */
  reading: string;
  requests: number;
  /** What was said beforehand; where that was "at least", what was said after the first answer. */
  planned: number;
  /** What reading fifty entries at a time takes, or a call for each project. */
  naiveRequests: number;
  cpuSeconds: number;
}

/** So dear that a refresh lasts long enough to be looked at while it runs. */
const DEAR = scaled(latency, 8);

/** Asks every question of the catalogue, each in a spreadsheet of its own. */
export async function measureQueries(demo: Demo): Promise<QueryMeasure[]> {
  const measures: QueryMeasure[] = [];
  for (const question of QUESTIONS) measures.push(await measure(demo, question));
  return measures;
}

async function measure(demo: Demo, question: Question): Promise<QueryMeasure> {
  const { session, query, planned } = await ask(demo, question);
  try {
    const progress = await session.refresh(query.id);
    if (progress.state !== 'done') throw new Error(`${question.name}: ${progress.problem?.title}`);
    return {
      name: question.name,
      reading: planned.readings.map(({ dataset }) => dataset).join(' + '),
      requests: session.used.requests,
      planned: planned.atLeast ? await toldWhileItRuns(demo, question, planned.requests) : planned.requests,
      naiveRequests: await naively(demo, question),
      cpuSeconds: rounded(session.used.cpuSeconds),
    };
  } finally {
    await session.close();
  }
}

/** What is said of the number of requests after the first answer; what was said before where that was the last. */
async function toldWhileItRuns(demo: Demo, question: Question, before: number): Promise<number> {
  const { session, query } = await ask(demo, question, DEAR);
  let told: number | null = null;
  let batches = 0;
  try {
    await session.refresh(query.id, {
      async onCall({ name }) {
        if (!name.startsWith('UrlFetchApp.') || batches++ === 0 || told !== null) return;
        const progress = await session.call<Progress | null>('readProgress', { query: query.id });
        if (progress?.requestsLeft != null) told = progress.requests + progress.requestsLeft;
      },
    });
    return told ?? before;
  } finally {
    await session.close();
  }
}

async function naively(demo: Demo, question: Question): Promise<number> {
  const { control } = demo;
  if (question.report === undefined) {
    const entries = await entriesOf(demo, question);
    // What it is compared with is read as well.
    const sides = question.more?.compare ? 2 : 1;
    return Math.max(1, Math.ceil(entries / 50)) * sides;
  }
  let requests = 0;
  for (const account of question.accounts) {
    const { count } = await control.truthOfList('projects', account);
    requests += Math.ceil(count / 50) + count;
  }
  return requests;
}
