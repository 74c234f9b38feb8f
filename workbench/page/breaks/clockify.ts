import { keys } from '../../clockify/keys';
import type { Break, Breakable } from './break';

const group = 'Data in Clockify';
const day = 86_400_000;

/** What people change in Clockify between two refreshes. */
export function clockifyBreaks({ control, platform }: Breakable): Break[] {
  const revoked = new Set<string>();
  const keyChoices = async () =>
    (await control.world()).map(({ name, person, workspaces }) => ({
      value: name,
      label: `${person}: ${workspaces.length > 3 ? `${workspaces.length} accounts` : workspaces.map((each) => each.name).join(', ') || 'no account'}`,
    }));
  const workspaceChoices = async () => {
    const world = await control.world();
    const names = world.filter(({ name }) => name !== 'many').flatMap(({ workspaces }) => workspaces);
    return [...new Map(names.map(({ id, name }) => [id, { value: id, label: name }])).values()];
  };
  const workspaceOf = async (choice: string | undefined) => {
    const choices = await workspaceChoices();
    const found = choices.find(({ value }) => value === choice) ?? choices[0];
    if (!found) throw new Error('The demo has no account left');
    return found;
  };
  /** The 15th of last month by the workbench's clock, and an entry of that month. */
  const lastMonth = async (workspace: string) => {
    const now = platform.clock.now();
    const middle = new Date(now);
    middle.setUTCDate(1);
    middle.setUTCMonth(middle.getUTCMonth() - 1);
    const first = middle.toISOString().slice(0, 8);
    const last = new Date(Date.UTC(middle.getUTCFullYear(), middle.getUTCMonth() + 1, 1) - day);
    const to = last.toISOString().slice(0, 10);
    const { ids } = await control.truth({ workspace, from: `${first}01`, to, zone: 'Etc/UTC', now });
    return { date: `${first}15`, id: ids[0] };
  };
  const edited = (
    id: string,
    title: string,
    promise: string,
    act: (workspace: string) => Promise<string>,
  ): Break => ({
    id,
    group,
    title,
    promise,
    chip: '',
    kind: 'button',
    choices: workspaceChoices,
    choosing: 'Account',
    async start(choice) {
      const { value, label } = await workspaceOf(choice);
      return `${label}: ${await act(value)}`;
    },
  });
  return [
    {
      id: 'revoke',
      group,
      title: 'Revoke a key',
      chip: 'Key revoked',
      kind: 'switch',
      promise:
        'Clockify no longer accepts the key. One message names the login, and one new key repairs all of its queries.',
      choices: keyChoices,
      choosing: 'Key of',
      on: () => revoked.size > 0,
      async start(choice = 'demo') {
        if (!(choice in keys)) throw new Error(`There is no key ${choice}`);
        await control.revokeKey(choice);
        revoked.add(choice);
        return `The key "${choice}" is revoked.`;
      },
      async stop() {
        for (const name of revoked) await control.restoreKey(name);
        revoked.clear();
      },
    },
    edited(
      'edit-entry',
      'Edit an entry',
      "Last month's first entry moves to the 15th. The next refresh shows it there.",
      async (workspace) => {
        const { date, id } = await lastMonth(workspace);
        if (id === undefined) return 'nothing to edit, last month is empty.';
        const change = {
          start: `${date}T09:00:00Z`,
          end: `${date}T11:30:00Z`,
          description: 'Edited in the workbench',
        };
        await control.editEntries({ workspace, edit: [{ id, ...change }] });
        return `an entry is now ${date}, 09:00 to 11:30 UTC, "${change.description}".`;
      },
    ),
    edited(
      'add-entry',
      'Add an entry',
      'The next refresh has one more row, and sums to match.',
      async (workspace) => {
        const { date } = await lastMonth(workspace);
        const entry = {
          start: `${date}T13:00:00Z`,
          end: `${date}T14:07:00Z`,
          description: 'Added in the workbench',
        };
        await control.editEntries({ workspace, add: [entry] });
        return `a new entry on ${date}, 13:00 to 14:07 UTC, "${entry.description}".`;
      },
    ),
    edited(
      'delete-entry',
      'Delete an entry',
      "Last month's first entry is deleted. The next refresh has one row less.",
      async (workspace) => {
        const { id } = await lastMonth(workspace);
        if (id === undefined) return 'nothing to delete, last month is empty.';
        await control.editEntries({ workspace, remove: [id] });
        return "last month's first entry is deleted.";
      },
    ),
    edited(
      'remove-workspace',
      'Remove the account',
      'The account is gone. Its queries say so, and their old data stays.',
      async (workspace) => {
        await control.removeWorkspace(workspace);
        return 'the account is gone.';
      },
    ),
    {
      id: 'end-trial',
      group,
      title: 'End a trial',
      chip: '',
      kind: 'button',
      promise:
        'The trial of Comet Kitchen (key “trial”) is over: no cost, 31 days a report, 30 requests an hour, two people without a seat. The next refresh says what is missing; what was written stays until then.',
      async start() {
        await control.endTrial('Comet Kitchen');
        return 'Comet Kitchen: the trial is over, what is left is the Free plan.';
      },
    },
    {
      id: 'reset',
      group,
      title: 'Reset the demo',
      chip: '',
      kind: 'button',
      promise: 'Entries, accounts, keys and answers are as they were at the start.',
      async start() {
        await control.reset();
        await control.clearFaults();
        revoked.clear();
        return 'The demo Clockify is as it was at the start.';
      },
    },
  ];
}
