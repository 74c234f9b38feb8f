import { keys } from './keys';
import type { Environment, Person, Workspace } from './model';
import { agency } from './world/agency';
import { benchWorkspaces } from './world/bench';

/** Whose a key is, and where it works. */
export interface KeyHolder {
  name: string;
  person: Person;
  environment: Environment;
  /** What `GET /user` names as the workspace last used; null when there is none. */
  activeWorkspace: string | null;
}

export interface World {
  workspaces: Workspace[];
  keys: Map<string, KeyHolder>;
}

export const usualSeed = 20_260_101;

/** The whole demo, the same for the same seed. Nothing heavy happens here: entries are computed when asked for. */
export function buildWorld(seed = usualSeed): World {
  const world: World = { workspaces: [], keys: new Map() };
  const give = (
    name: keyof typeof keys,
    person: Person,
    active: Workspace | null,
    environment?: Environment,
  ) =>
    world.keys.set(keys[name], {
      name,
      person,
      environment: environment ?? active?.environment ?? 'global',
      activeWorkspace: active?.id ?? null,
    });
  const main = agency(1, seed);
  world.workspaces.push(main.workspace);
  give('demo', main.owner, main.workspace);
  give('member', main.member, main.workspace);
  give('manager', main.manager, main.workspace);
  const bench = benchWorkspaces(10, seed);
  world.workspaces.push(...bench.workspaces);
  give('bench', bench.owner, bench.workspaces[0]!);
  return world;
}
