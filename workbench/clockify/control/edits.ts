import { EditedEntries } from '../entries/edited';
import { ratesOf } from '../entries/workdays';
import { hexId } from '../ids';
import type { Entry, EntryType, Member, Workspace } from '../model';

/** An entry as a tester writes one: names in place of ids are fine everywhere. */
export interface EntryText {
  /** ISO 8601 with `Z` or an offset; `end` null for a running timer. */
  start: string;
  end: string | null;
  user?: string;
  project?: string | null;
  task?: string | null;
  tags?: string[] | null;
  description?: string | null;
  billable?: boolean;
  type?: EntryType;
  /** Minor units an hour; by default what applies to the project and the person. */
  rate?: number | null;
  costRate?: number | null;
}

export interface EntryEdits {
  /** Id or name. */
  workspace: string;
  add?: EntryText[];
  edit?: (Partial<EntryText> & { id: string })[];
  remove?: string[];
}

/** Changes the entries of a workspace and returns the ids of the added ones. */
export function applyEdits(workspace: Workspace, { add = [], edit = [], remove = [] }: EntryEdits): string[] {
  const entries =
    workspace.entries instanceof EditedEntries ? workspace.entries : new EditedEntries(workspace.entries);
  workspace.entries = entries;
  for (const id of remove) {
    if (!entries.find(id)) throw new Error(`No entry ${id}`);
    entries.remove(id);
  }
  for (const { id, ...change } of edit) {
    const before = entries.find(id);
    if (!before) throw new Error(`No entry ${id}`);
    entries.write(changed(workspace, before, change));
  }
  return add.map((text) => {
    const entry = newEntry(workspace, text);
    entries.write(entry);
    return entry.id;
  });
}

let added = 0;

function newEntry(workspace: Workspace, text: EntryText): Entry {
  added += 1;
  const member = text.user === undefined ? workspace.members[0]! : memberOf(workspace, text.user);
  const start = moment(text.start);
  const id = hexId('entry', workspace.number, 2 ** 39 + added, Math.floor(start / 1000));
  const blank: Entry = {
    id,
    start,
    end: null,
    person: member.person,
    project: null,
    task: null,
    tags: [],
    description: '',
    billable: false,
    type: 'REGULAR',
    rate: 0,
    costRate: 0,
  };
  const entry = changed(workspace, blank, text);
  const rates = ratesOf(workspace, member, entry.project, entry.task);
  return {
    ...entry,
    billable: text.billable ?? entry.project?.billable ?? false,
    rate: text.rate === undefined ? rates.rate : text.rate,
    costRate: text.costRate === undefined ? rates.costRate : text.costRate,
  };
}

function changed(workspace: Workspace, before: Entry, text: Partial<EntryText>): Entry {
  const after = { ...before };
  if (text.start !== undefined) after.start = moment(text.start);
  if (text.end !== undefined) after.end = text.end === null ? null : moment(text.end);
  if (text.user !== undefined) after.person = memberOf(workspace, text.user).person;
  if (text.project !== undefined) {
    after.project = text.project === null ? null : named(workspace.projects, text.project);
    after.task = null;
  }
  if (text.task !== undefined) {
    after.task = text.task === null ? null : named(after.project?.tasks ?? [], text.task);
  }
  if (text.tags !== undefined) after.tags = text.tags?.map((tag) => named(workspace.tags, tag)) ?? null;
  for (const key of ['description', 'billable', 'type', 'rate', 'costRate'] as const) {
    if (text[key] !== undefined) Object.assign(after, { [key]: text[key] });
  }
  return after;
}

function moment(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || !/(Z|[+-]\d\d:\d\d)$/.test(text)) throw new Error(`Not a moment: ${text}`);
  return instant;
}

export function memberOf(workspace: Workspace, nameOrId: string): Member {
  const member = workspace.members.find(({ person }) =>
    [person.id, person.name, person.email].includes(nameOrId),
  );
  if (!member) throw new Error(`Nobody called ${nameOrId} in ${workspace.name}`);
  return member;
}

function named<T extends { id: string; name: string }>(list: T[], nameOrId: string): T {
  const found = list.find((each) => each.id === nameOrId || each.name === nameOrId);
  if (!found) throw new Error(`Nothing called ${nameOrId}`);
  return found;
}
