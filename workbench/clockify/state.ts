import { applyEdits, type EntryEdits, memberOf } from './control/edits';
import { TrackedTime } from './entries/durations';
import { Selections } from './entries/select';
import { Faults } from './faults';
import { Limits } from './limits';
import { RequestLog } from './log';
import type { Environment, Role, Workspace } from './model';
import { buildWorld, type KeyHolder, usualSeed, type World } from './world';

/** Everything the demo knows at one moment: the world, what the control calls changed in it, what was asked. */
export class DemoState {
  readonly limits = new Limits();
  readonly log = new RequestLog();
  readonly faults = new Faults();
  /** Keys that were taken back. */
  readonly revoked = new Set<string>();
  world: World;
  selections = new Selections();
  tracked = new TrackedTime();

  constructor(private readonly seed = usualSeed) {
    this.world = buildWorld(seed);
  }

  /** Back to the seed: edits, roles, removals, revoked keys, faults and counted requests are forgotten; the log stays. */
  reset(): void {
    this.world = buildWorld(this.seed);
    this.revoked.clear();
    this.faults.clear();
    this.limits.clear();
    this.forget();
  }

  /** Drops what was computed from the world; to be called after every change of it. */
  forget(): void {
    this.selections = new Selections();
    this.tracked = new TrackedTime();
  }

  edit(edits: EntryEdits): string[] {
    const ids = applyEdits(this.required(edits.workspace), edits);
    this.forget();
    return ids;
  }

  /** Deletes projects, clients, tags, groups or members of a workspace by their ids. */
  remove(nameOrId: string, ids: string[]): void {
    const workspace = this.required(nameOrId);
    const stays = ({ id }: { id: string }) => !ids.includes(id);
    workspace.projects = workspace.projects.filter(stays);
    workspace.clients = workspace.clients.filter(stays);
    workspace.tags = workspace.tags.filter(stays);
    workspace.groups = workspace.groups.filter(stays);
    workspace.members = workspace.members.filter(({ person }) => stays(person));
    this.forget();
  }

  removeWorkspace(nameOrId: string): void {
    const gone = this.required(nameOrId);
    this.world.workspaces = this.world.workspaces.filter((each) => each !== gone);
    this.forget();
  }

  /** Leaves a person a role, or with null none: a regular member. */
  takeRole(nameOrId: string, person: string, role: Role | null = null): void {
    memberOf(this.required(nameOrId), person).role = role;
    this.forget();
  }

  /** Whose a key is, in the environment where it works. */
  holder(key: string, environment: Environment): KeyHolder | undefined {
    const holder = this.world.keys.get(key);
    return holder?.environment === environment && !this.revoked.has(key) ? holder : undefined;
  }

  workspace(id: string, environment: Environment): Workspace | undefined {
    return this.world.workspaces.find((each) => each.id === id && each.environment === environment);
  }

  /** A workspace by id or name, whatever its environment; for control calls. */
  named(nameOrId: string): Workspace | undefined {
    return this.world.workspaces.find((each) => each.id === nameOrId || each.name === nameOrId);
  }

  required(nameOrId: unknown): Workspace {
    const workspace = typeof nameOrId === 'string' ? this.named(nameOrId) : undefined;
    if (!workspace) throw new Error(`No workspace ${nameOrId}`);
    return workspace;
  }
}
