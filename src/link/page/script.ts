import type { Answer } from '../../google/answer';
import type { Told, Visit } from '../protocol';

/** What the link project didn't do: its function failed, or there was no way to it. */
export class NoAnswer extends Error {}

/** What stands behind the `#` of the address that was opened. The page itself is in a frame and can't see it. */
export function fragment(): Promise<string> {
  return new Promise((resolve) => google.script.url.getLocation(({ hash }) => resolve(hash)));
}

/** Calls the link project. Rejects with `NoAnswer`. */
export async function visit(given: Visit): Promise<Told> {
  const answer = parsed(await send(JSON.stringify(given)));
  if (!answer?.ok) throw new NoAnswer();
  return answer.value;
}

type Runner = Record<'visitLink', (argument: string) => void>;

function send(argument: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new NoAnswer());
    if (!navigator.onLine) return fail();
    const runner = google.script.run.withSuccessHandler(resolve).withFailureHandler(fail);
    (runner as unknown as Runner).visitLink(argument);
  });
}

function parsed(text: unknown): Answer<Told> | null {
  try {
    return JSON.parse(String(text)) as Answer<Told> | null;
  } catch {
    return null;
  }
}
