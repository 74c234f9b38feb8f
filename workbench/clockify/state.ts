import { TrackedTime } from './entries/durations';
import { Selections } from './entries/select';
import { Limits } from './limits';
import { RequestLog } from './log';
import type { Environment, Workspace } from './model';
import { buildWorld, type KeyHolder, usualSeed, type World } from './world';

/** Everything the demo knows at one moment: the world, and what the control calls changed in it. */
export class DemoState {
  readonly selections = new Selections();
  readonly tracked = new TrackedTime();
  readonly limits = new Limits();
  readonly log = new RequestLog();
  world: World;

  constructor(
    private readonly seed = usualSeed,
    world?: World,
  ) {
    this.world = world ?? buildWorld(seed);
  }

  /** Back to the seed: edits, roles, removed workspaces and revoked keys are forgotten. */
  reset(): void {
    this.world = buildWorld(this.seed);
    this.selections.clear();
    this.limits.clear();
  }

  holder(key: string, environment: Environment): KeyHolder | undefined {
    const holder = this.world.keys.get(key);
    return holder?.environment === environment ? holder : undefined;
  }

  workspace(id: string, environment: Environment): Workspace | undefined {
    return this.world.workspaces.find((each) => each.id === id && each.environment === environment);
  }

  /** A workspace by id or name, whatever its environment; for control calls. */
  named(nameOrId: string): Workspace | undefined {
    return this.world.workspaces.find((each) => each.id === nameOrId || each.name === nameOrId);
  }

  required(nameOrId: string | undefined): Workspace {
    const workspace = nameOrId === undefined ? undefined : this.named(nameOrId);
    if (!workspace) throw new Error(`No workspace ${nameOrId}`);
    return workspace;
  }
}
