import { texts } from '../../gas/errors';
import type { Verdict } from '../../gas/gate';
import { users } from '../users';
import { type Break, type Breakable, toggle } from './break';

const group = 'Google';
const external = 'https://www.googleapis.com/auth/script.external_request';
const accountsMixed =
  "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";
const timeout = 'Service Spreadsheets timed out while accessing document with id workbench-spreadsheet.';
const writes = new Set(['write', 'write-array', 'structure']);

/** What Google itself may do to an add-on. */
export function googleBreaks({ platform, endExecution }: Breakable): Break[] {
  return [
    {
      id: 'end',
      group,
      title: 'End the execution now',
      chip: '',
      kind: 'button',
      promise:
        'The script stops between two calls. The table is the old or the new one; the next refresh repairs the rest.',
      async start() {
        return endExecution() === 'running'
          ? 'The running execution ends at its next service call.'
          : 'Nothing runs: the next execution ends at its fifth service call.';
      },
    },
    tableWrite(
      {
        id: 'late-failure',
        title: 'A write that fails late',
        chip: 'Write fails late',
        promise:
          'The table is written, and then Google reports a timeout. The next refresh repairs it, and its own rows are never in its way.',
      },
      { fail: timeout, when: 'after' },
    ),
    tableWrite(
      {
        id: 'end-after-write',
        title: 'End after a write',
        chip: 'Ends after a write',
        promise:
          'The script stops right after it has written the table. The table is the old or the new one; the next refresh repairs the rest.',
      },
      { end: 'after', unflushed: 'applied' },
    ),
    toggle(
      {
        id: 'permissions',
        group,
        title: 'Part of the permissions',
        chip: 'Permission missing',
        promise:
          'The person didn’t allow connections to other services. The sidebar says which permission is missing.',
      },
      () => ({
        async start() {
          for (const user of users)
            platform.grant(
              user,
              platform.scopes.filter((scope) => scope !== external),
            );
          return 'Connecting to an external service is no longer permitted.';
        },
        async stop() {
          for (const user of users) platform.grant(user, undefined);
        },
      }),
    ),
    toggle(
      {
        id: 'quota',
        group,
        title: 'Quota used up',
        chip: 'Quota used up',
        promise: "The day's requests are used up. The sidebar says when there are more; the old table stays.",
      },
      (on) => ({
        atCall: ({ name }) =>
          on() && name.startsWith('UrlFetchApp.')
            ? { fail: 'Service invoked too many times for one day: urlfetch.' }
            : undefined,
      }),
    ),
    toggle(
      {
        id: 'accounts',
        group,
        title: 'Several Google accounts',
        chip: 'Accounts mixed up',
        promise:
          "Google's own bug with several Google accounts in one browser. The sidebar recognizes it and says what helps.",
      },
      (on) => ({ failRun: () => (on() ? accountsMixed : undefined) }),
    ),
    toggle(
      {
        id: 'read-only',
        group,
        title: 'Read-only spreadsheet',
        chip: 'Read-only',
        promise: 'Nobody may edit. The refresh says that the cells are protected and leaves them alone.',
      },
      (on) => ({
        failEdit: () => (on() ? texts.protectedCell : undefined),
        // Whatever writes, everywhere: also in tabs that are made later.
        atCall: ({ kind, name }) =>
          on() &&
          writes.has(kind) &&
          name !== 'Spreadsheet.toast' &&
          !/^(Sheet|Range)\.activate|setActive/.test(name)
            ? { fail: texts.protectedCell }
            : undefined,
      }),
    ),
  ];
}

/** The next time that a refresh writes its table, once. */
function tableWrite(view: Pick<Break, 'id' | 'title' | 'chip' | 'promise'>, verdict: Verdict): Break {
  let armed = false;
  return {
    ...view,
    group,
    kind: 'switch',
    on: () => armed,
    async start() {
      armed = true;
      return `${view.title}: the next refresh.`;
    },
    async stop() {
      armed = false;
    },
    atCall({ name, functionName }) {
      // The table's own cells are the first that a refresh writes.
      if (!armed || name !== 'Range.setValues' || !/refresh/i.test(functionName)) return undefined;
      armed = false;
      return verdict;
    },
  };
}
