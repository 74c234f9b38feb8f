import type { LoginView } from '../src/logins/manage';
import type { Problem } from '../src/problems/problem';

/** What a command ends with where it can't do what it was asked to; `reason` is without a full stop. */
export function badArguments(reason: string): Problem {
  return {
    code: 'arguments-invalid',
    scope: {},
    title: `The command can't be run: ${reason}.`,
    remedy: 'npm run -s report -- --help lists the options.',
    retry: 'never',
  };
}

export function keyMissing(): Problem {
  return {
    code: 'key-empty',
    scope: {},
    title: 'There is no API key.',
    remedy: 'Put it into the environment as CLOCKIFY_API_KEY. Only the demo has one of its own.',
    retry: 'never',
  };
}

export function columnUnknown(report: string, column: string, known: readonly string[]): Problem {
  return {
    code: 'field-unknown',
    scope: {},
    title: `${report} has no column "${column}".`,
    remedy: `It has ${known.join(', ')}.`,
    retry: 'never',
  };
}

/** An account that a login doesn't see, or sees several times under one name. */
export function accountUnknown(login: LoginView, wish: string, found: number): Problem {
  const names = login.accounts.map(({ name }) => name).join(', ');
  return {
    code: 'workspace-gone',
    scope: { login: login.name, workspace: wish },
    title:
      found === 0
        ? `${login.name} sees no account called ${wish}.`
        : `${login.name} sees ${found} accounts called ${wish}.`,
    remedy: found === 0 ? `It sees ${names}.` : 'Give the id of the one you mean.',
    retry: 'never',
  };
}

/** What kept the add-on from reaching Clockify, in terms of the server that the command was sent to. */
export function nobodyThere(problem: Problem, clockify: string): Problem {
  if (clockify === 'live') return problem;
  return {
    ...problem,
    title: `Nothing answers at ${clockify}.`,
    remedy: 'Start the server there, or leave out --clockify to use the demo.',
  };
}

/** An option that names a field which the report doesn't have. */
export function fieldUnknown(
  report: string,
  option: string,
  field: string,
  known: readonly string[],
): Problem {
  return {
    code: 'field-unknown',
    scope: {},
    title: `${option}: ${report} has no field "${field}".`,
    remedy: `It has ${known.join(', ')}.`,
    retry: 'never',
  };
}

/** An option that takes a dimension and was given a metric. */
export function fieldMisplaced(option: string, field: string, dimensions: readonly string[]): Problem {
  return {
    code: 'field-misplaced',
    scope: {},
    title: `${option}: "${field}" is a metric, which has no values to tell apart.`,
    remedy: `Choose one of ${dimensions.join(', ')}.`,
    retry: 'never',
  };
}

export function accountNotKnown(): Problem {
  return {
    code: 'workspace-gone',
    scope: {},
    title: 'What Clockify told of the accounts is not known any more.',
    remedy: 'Run the command again.',
    retry: 'now',
  };
}
