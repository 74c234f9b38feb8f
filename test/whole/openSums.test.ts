import type { LoginView } from '../../src/logins/manage';
import { answerTo, type Question, rowsOf } from './answers';
import { sharedGround } from './ground';

let login: LoginView;
const ground = sharedGround(async (fresh) => {
  login = await fresh.login('lab');
});

/** An account with timers that run in the summary report, and with two people of one name. */
const LAB: Question = { accounts: ['Language lab'], days: ['2025-06-01', '2026-06-30'] };

/** The rows of a question, as planned and as the entries say, and what was asked for the first. */
async function bothWays(question: Question) {
  await ground.asked();
  const chosen = await answerTo(ground, question, login);
  const operations = await ground.asked();
  const forced = { ...question, columns: [...(question.columns as string[]), 'entries'] };
  const entries = rowsOf(await answerTo(ground, forced, login)).map((row) => row.slice(0, -1));
  return { operations, chosen: rowsOf(chosen), entries };
}

test.each([
  ['a timer that runs alone for its project and day', ['date', 'project', 'hours'], 2],
  ['people of one name', ['user', 'hours'], 1],
  ['a timer that runs on a day or for a project with entries', ['year', 'hours'], 1],
  ['neither', ['client', 'hours'], 1],
])('%s: %p give the rows of entries', async (_, columns, requests) => {
  const { operations, chosen, entries } = await bothWays({ ...LAB, columns });
  expect(chosen).toEqual(entries);
  expect(operations[0]).toBe('getSummaryReport');
  expect(operations).toHaveLength(requests);
});
