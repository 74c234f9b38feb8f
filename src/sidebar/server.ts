import type { Answer } from '../google/answer';
import { clock } from './clock';
import type { Call } from './entries';
import { problemOfFailure } from './failure';
import { Limit } from './limit';
import { CallFailed } from './problem';
import { words } from './words';

/** Google runs ten calls of a page at the same time. */
const limit = new Limit(10);

/** Calls an entry point of the script. Rejects with `CallFailed`, whatever the reason is. */
export const call: Call = (entry, payload) =>
  limit.pass(async () => {
    const text = await send(entry, JSON.stringify(payload));
    const answer = parsed(text);
    if (answer === null) throw odd();
    if (!answer.ok) throw new CallFailed(answer.problem);
    return answer.value as never;
  });

type Runner = Record<string, (argument: string) => void>;

function send(entry: string, argument: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(new CallFailed(problemOfFailure(textOf(error), navigator.onLine, clock())));
    if (typeof google === 'undefined' || !google.script?.run) {
      reject(new CallFailed({ code: 'unexpected', scope: {}, ...words.problems.noHost, retry: 'never' }));
    } else if (!navigator.onLine) {
      fail('');
    } else {
      const runner = google.script.run.withSuccessHandler(resolve).withFailureHandler(fail);
      const run = (runner as unknown as Partial<Runner>)[entry];
      // A script older than this sidebar lacks what is newer than it.
      if (typeof run !== 'function') fail(`no entry point ${entry}`);
      else run.call(runner, argument);
    }
  });
}

function textOf(error: unknown): string {
  return error instanceof Error
    ? error.message
    : String((error as { message?: unknown } | null)?.message ?? error);
}

function parsed(text: unknown): Answer<unknown> | null {
  if (typeof text !== 'string') return null;
  try {
    const answer = JSON.parse(text) as Answer<unknown> | null;
    return typeof answer?.ok === 'boolean' ? answer : null;
  } catch {
    return null;
  }
}

function odd(): CallFailed {
  return new CallFailed({ code: 'unexpected', scope: {}, ...words.problems.answerOdd, retry: 'now' });
}
