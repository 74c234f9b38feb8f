import type { FaultRule } from '../faults';
import { visibleTo } from '../http/access';
import { keys } from '../keys';
import type { Member, Role, Workspace } from '../model';
import type { DemoState } from '../state';
import { endTrial } from '../world/trial';
import { isZone, weekDays } from '../zones';
import { type TruthDimension, truthDimensions } from './dimensions';
import type { EntryEdits } from './edits';
import { type TruthGroup, truthOfGroups } from './groups';
import { type ListName, truthOf, truthOfList } from './truth';

interface Reply {
  status: number;
  body: unknown;
}

/** Answers `/_demo/…`: the truth, the log, and everything that can be changed or broken on purpose. */
export function answerControl(state: DemoState, method: string, url: URL, text: string): Reply {
  const what = `${method} ${url.pathname.slice('/_demo/'.length)}`;
  const command = commands[what];
  if (!command) return { status: 404, body: { message: `No control ${what}` } };
  try {
    const body = command(state, Object.fromEntries(url.searchParams), text === '' ? {} : JSON.parse(text));
    return { status: 200, body: body ?? { ok: true } };
  } catch (error) {
    return { status: 400, body: { message: error instanceof Error ? error.message : String(error) } };
  }
}

type Body = Record<string, unknown>;
type Command = (state: DemoState, query: Record<string, string>, body: Body) => unknown;

const lists: ListName[] = ['projects', 'clients', 'users', 'tags', 'tasks'];

const commands: Record<string, Command | undefined> = {
  'GET requests': (state) => state.log.requests,
  'DELETE requests': (state) => {
    state.log.requests = [];
  },
  'GET violations': (state) => state.log.violations,
  'DELETE violations': (state) => {
    state.log.violations = [];
  },
  'POST reset': (state) => state.reset(),
  'GET world': (state) => worldOf(state),
  'GET truth': (state, { workspace, from, to, zone, now }) =>
    truthOf(state.required(workspace), day('from', from), day('to', to), zoneOf(zone), clockOf(now)),
  'GET truth/groups': (state, query) => groupsFor(state, query),
  ...Object.fromEntries(
    lists.map((name): [string, Command] => [
      `GET truth/${name}`,
      (state, { workspace }) => truthOfList(state.required(workspace), name),
    ]),
  ),
  'GET faults': (state) => state.faults.rules,
  'POST faults': (state, _, body) => state.faults.add(body as unknown as FaultRule),
  'DELETE faults': (state) => state.faults.clear(),
  'POST entries': (state, _, body) => ({ ids: state.edit(body as unknown as EntryEdits) }),
  'POST keys/revoke': (state, _, { key }) => {
    state.revoked.add(keyNamed(key));
  },
  'POST keys/restore': (state, _, { key }) => {
    state.revoked.delete(keyNamed(key));
  },
  'POST workspaces/remove': (state, _, { workspace }) => {
    state.removeWorkspace(String(workspace));
  },
  'POST roles': (state, _, { workspace, person, role }) => {
    state.takeRole(String(workspace), String(person), (role ?? null) as Role | null);
  },
  'POST workspaces/change': (state, _, { workspace, ...change }) => {
    changeWorkspace(state.required(workspace), change);
    state.forget();
  },
  'POST trials/end': (state, _, { workspace }) => {
    endTrial(state.required(workspace));
    state.forget();
  },
  'POST rename': (state, _, { workspace, id, name }) => {
    rename(state.required(workspace), String(id), String(name));
    state.forget();
  },
};

/** `by` is a list with commas, `seenBy` a key's name. */
function groupsFor(state: DemoState, query: Record<string, string>): TruthGroup[] {
  const workspace = state.required(query.workspace);
  const by = (query.by ?? '').split(',').filter((each) => each !== '');
  for (const each of by) {
    if (!(truthDimensions as readonly string[]).includes(each)) throw new Error(`No dimension ${each}`);
  }
  const weekStart = weekDays.indexOf(query.weekStart ?? 'MONDAY');
  if (weekStart < 0) throw new Error(`No week starts on ${query.weekStart}`);
  return truthOfGroups(workspace, {
    by: by as TruthDimension[],
    from: day('from', query.from),
    to: day('to', query.to),
    zone: zoneOf(query.zone),
    weekStart,
    now: clockOf(query.now),
    visible: query.seenBy === undefined ? null : visibleTo(workspace, seerOf(state, workspace, query.seenBy)),
  });
}

function seerOf(state: DemoState, workspace: Workspace, key: string): Member {
  const holder = state.world.keys.get(keyNamed(key));
  const member = workspace.members.find((each) => each.person === holder?.person);
  if (!member) throw new Error(`${key} doesn't belong to ${workspace.name}`);
  return member;
}

function zoneOf(zone = 'UTC'): string {
  if (!isZone(zone)) throw new Error(`Unknown zone ${zone}`);
  return zone;
}

function clockOf(now: string | undefined): number {
  return now ? Number(now) : Date.now();
}

function day(name: string, value: string | undefined): string {
  if (!value || !/^\d{4}-\d\d-\d\d$/.test(value)) throw new Error(`${name} must be a day, yyyy-mm-dd`);
  return value;
}

function keyNamed(key: unknown): string {
  return (keys as Record<string, string>)[String(key)] ?? String(key);
}

/** The keys, and what each sees; for a page that offers them. */
function worldOf(state: DemoState) {
  return [...state.world.keys].map(([key, { name, person, environment }]) => ({
    name,
    key,
    environment,
    person: person.name,
    workspaces: state.world.workspaces
      .filter((each) => each.environment === environment)
      .filter((each) => each.members.some((member) => member.person === person && member.status === 'ACTIVE'))
      .map(({ id, name }) => ({ id, name })),
  }));
}

/** Name, plan and features of a workspace, and its settings. */
function changeWorkspace(workspace: Workspace, change: Body): void {
  for (const [key, value] of Object.entries(change)) {
    if (key in workspace.settings) Object.assign(workspace.settings, { [key]: value });
    else if (['name', 'plan', 'features'].includes(key)) Object.assign(workspace, { [key]: value });
    else throw new Error(`${key} of a workspace can't be changed`);
  }
}

function rename(workspace: Workspace, id: string, name: string): void {
  const people = workspace.members.map(({ person }) => person);
  const tasks = workspace.projects.flatMap((project) => project.tasks);
  const all = [...workspace.projects, ...workspace.clients, ...workspace.tags, ...people, ...tasks];
  const found = [...all, ...workspace.groups].find((each) => each.id === id);
  if (!found) throw new Error(`Nothing with id ${id}`);
  found.name = name;
}
