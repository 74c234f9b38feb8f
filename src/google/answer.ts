import * as v from 'valibot';
import { type Problem, problemOf, raise } from '../problems/problem';
import { plainText } from '../query/plainText';
import { refusable } from './refusal';

/** What crosses `google.script.run`: one JSON text, with the value or with the problem that there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/**
 * Runs an entry point: `input` is one JSON text of the shape of `schema`, what comes back is one JSON text of an `Answer`.
 * Anybody who can open the sidebar can call it with anything. The cause of what nobody foresaw goes to the log; a person
 * gets a sentence.
 */
export function answer<S extends v.GenericSchema, T>(
  schema: S,
  input: unknown,
  work: (value: v.InferOutput<S>) => T,
): string {
  let result: Answer<T>;
  try {
    result = { ok: true, value: refusable(() => work(checked(schema, input))) };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'unexpected') console.error(problem.cause);
    result = { ok: false, problem };
  }
  return JSON.stringify(result, withoutCause);
}

function checked<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  if (typeof input !== 'string' || input.length > 200_000) return raise(invalid('one JSON text is expected'));
  let value: unknown;
  try {
    value = JSON.parse(input);
  } catch {
    return raise(invalid('this is not JSON'));
  }
  // A list would pass for an object without fields, and some entry points need none.
  if (Array.isArray(value)) raise(invalid('value: an object is expected'));
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  // The message repeats what was sent: whatever that is, it is one short line.
  return raise(invalid(plainText(`${v.getDotPath(issue) ?? 'value'}: ${issue.message}`, 200)));
}

function invalid(cause: string): Problem {
  return {
    code: 'arguments-invalid',
    scope: {},
    title: `The add-on was asked for something that it can't do (${cause}).`,
    remedy: 'Reload the sidebar and try again.',
    retry: 'never',
  };
}

/** The technical reason of a problem stays here, wherever in an answer the problem is: it is for the log alone. */
function withoutCause(name: string, value: unknown): unknown {
  return name === 'cause' ? undefined : value;
}
