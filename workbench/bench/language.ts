import { readCandidate } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import { shapeOf } from '../../src/rows/shape';
import { keys } from '../clockify/keys';
import type { Demo } from '../clockify/start';
import { rounded } from '../result';
import { Session } from '../session';
import { ask, NOW, queryOf } from './asking';
import { FIVE, QUESTIONS, type Question } from './catalogue';

/** What grouping, sharing and checking take. */
export interface LanguageMeasure {
  /** CPU seconds of counting the entries, which has to read each, and what three dimensions add to it. */
  grouping: { entries: number; readingSeconds: number; addedSeconds: number };
  /** Requests of five queries over one month as one job, of the one that needs most, and of each alone. */
  together: { requests: number; one: number; apart: number };
  /** Milliseconds that checking a query takes: all of the catalogue's, on the average. */
  validateMs: number;
}

export async function measureLanguage(demo: Demo): Promise<LanguageMeasure> {
  return {
    grouping: await measureGrouping(demo),
    together: await measureTogether(demo),
    validateMs: measureValidation(),
  };
}

/** Two hundred thousand entries, or a few more: whole days of the largest account. */
const MANY: Question = {
  name: 'Many entries',
  key: 'bench',
  accounts: ['Bench 1M'],
  days: ['2026-01-01', '2026-01-19'],
  columns: ['entries'],
};

async function measureGrouping(demo: Demo): Promise<LanguageMeasure['grouping']> {
  const readings: number[] = [];
  const groupings: number[] = [];
  let entries = 0;
  // In turn, so that neither has the warmer machine; the least of each is the one that was disturbed least.
  for (let run = 0; run < 3; run++) {
    const read = await cpuOf(demo, MANY);
    const grouped = await cpuOf(demo, { ...MANY, columns: ['client', 'user', 'date', 'entries', 'hours'] });
    entries = read.entries;
    readings.push(read.seconds);
    groupings.push(grouped.seconds);
  }
  const readingSeconds = Math.min(...readings);
  return {
    entries,
    readingSeconds: rounded(readingSeconds),
    addedSeconds: rounded(Math.min(...groupings) - readingSeconds),
  };
}

async function cpuOf(demo: Demo, question: Question): Promise<{ seconds: number; entries: number }> {
  const { session, query } = await ask(demo, question);
  try {
    const { recordsRead } = await session.refresh(query.id);
    return { seconds: session.used.cpuSeconds, entries: recordsRead };
  } finally {
    await session.close();
  }
}

async function measureTogether(demo: Demo): Promise<LanguageMeasure['together']> {
  const session = await Session.open({ clockify: demo.url, cpuFactor: 3, now: NOW });
  try {
    const login = await session.addLogin({ key: keys[FIVE[0].key] });
    const ids: string[] = [];
    for (const question of FIVE) ids.push((await session.saveQuery(queryOf(question, login))).id);
    const alone: number[] = [];
    for (const id of ids) alone.push((await session.refresh(id)).requests);
    const { requests } = await session.refreshTogether(ids);
    return { requests, one: Math.max(...alone), apart: alone.reduce((sum, each) => sum + each, 0) };
  } finally {
    await session.close();
  }
}

const ROUNDS = 50;

function measureValidation(): number {
  const login = { id: 'login', accounts: QUESTIONS.flatMap(({ accounts }) => accounts.map(account)) };
  const candidates = QUESTIONS.map((question) => ({ ...queryOf(question, login), id: 'query' }));
  const begun = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    for (const candidate of candidates) {
      const query = readCandidate(candidate, 'The query');
      shapeOf(query, reportOf(query.report));
    }
  }
  return rounded((performance.now() - begun) / ROUNDS / candidates.length);
}

function account(name: string) {
  return { id: 'account', name };
}
