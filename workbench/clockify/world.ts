import { type KeyName, keys } from './keys';
import type { Environment, Person, Workspace } from './model';
import { agency } from './world/agency';
import { benchWorkspaces } from './world/bench';
import type { WorkspaceOptions } from './world/builder';
import { harbour } from './world/harbour';
import { language } from './world/language';
import { longLists } from './world/lists';
import { manyWorkspaces } from './world/many';
import { free2026Features, oldFreeFeatures } from './world/plans';
import { quirks } from './world/quirks';
import { studio } from './world/studio';
import { trial } from './world/trial';

/** Whose a key is, and where it works. */
export interface KeyHolder {
  name: KeyName;
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
  const give = (name: KeyName, person: Person, active: Workspace | null) =>
    world.keys.set(keys[name], {
      name,
      person,
      environment: active?.environment ?? 'global',
      activeWorkspace: active?.id ?? null,
    });

  const main = agency(1, seed);
  world.workspaces.push(main.workspace);
  world.workspaces.push(harbour(2, seed, main.owner, main.member));
  world.workspaces.push(quirks(3, main.owner));
  give('demo', main.owner, main.workspace);
  give('demoAgain', main.owner, main.workspace);
  give('member', main.member, main.workspace);
  give('manager', main.manager, main.workspace);

  for (const [name, options, owner, zone] of studios) {
    const made = studio(options, seed, owner, zone);
    world.workspaces.push(made.workspace);
    give(name, made.owner, made.workspace);
  }
  const trying = trial(0x19, seed);
  world.workspaces.push(trying.workspace);
  give('trial', trying.owner, trying.workspace);
  give('trialGuest', trying.guest, trying.workspace);
  const moved = studio(
    { number: 0x18, name: main.workspace.name, environment: 'eu' },
    seed,
    main.owner.name,
    main.owner.zone,
  );
  world.workspaces.push(moved.workspace);
  give('demoMoved', moved.owner, moved.workspace);
  const nobody = { ...main.member, id: main.member.id.replace(/^./, 'f'), name: 'Solveig Nowhere' };
  give('none', { ...nobody, email: 'solveig@nowhere.example' }, null);

  const bench = benchWorkspaces(0x40, seed);
  world.workspaces.push(...bench.workspaces);
  give('bench', bench.owner, bench.workspaces[0]!);
  const many = manyWorkspaces(0x100);
  world.workspaces.push(...many.workspaces);
  give('many', many.owner, many.workspaces[0]!);

  const lab = language(0x20, seed);
  world.workspaces.push(...lab.workspaces);
  give('lab', lab.owner, lab.workspaces[0]);
  give('annex', lab.guest, lab.workspaces[1]);
  const lists = longLists(0x30, seed);
  world.workspaces.push(lists.workspace);
  give('lists', lists.owner, lists.workspace);
  return world;
}

/** Small workspaces, one for each thing that has to exist once: key, workspace, owner, the owner's zone. */
const studios: [KeyName, WorkspaceOptions, string, string][] = [
  ['single', { number: 0x10, name: 'Solo Studio' }, 'Greta Alleyn', 'Europe/Vienna'],
  ['eu', { number: 0x11, name: 'Rhine Studio', environment: 'eu' }, 'Anselm Rheinau', 'Europe/Berlin'],
  [
    'us',
    { number: 0x12, name: 'Prairie Studio', environment: 'us', currencies: ['USD'] },
    'June Harrow',
    'America/Chicago',
  ],
  [
    'uk',
    { number: 0x13, name: 'Moor Studio', environment: 'uk', currencies: ['GBP'] },
    'Edith Fenwright',
    'Europe/London',
  ],
  [
    'au',
    { number: 0x14, name: 'Reef Studio', environment: 'au', currencies: ['AUD'] },
    'Mick Banksia',
    'Australia/Sydney',
  ],
  [
    'subdomain',
    { number: 0x15, name: 'Acme', environment: 'sub:acme', plan: 'ENTERPRISE_2021' },
    'Acton Meade',
    'Europe/Zurich',
  ],
  [
    'free',
    {
      number: 0x16,
      name: 'Free Spirits',
      plan: 'FREE_2026',
      features: free2026Features,
      costRate: null,
      settings: { onlyAdminsSeeAllTimeEntries: false, onlyAdminsSeeBillableRates: false },
      style: { emptyTotals: 'zero', currencyTotals: 'absent' },
    },
    'Wanda Freeman',
    'Europe/Berlin',
  ],
  [
    'oldFree',
    { number: 0x17, name: 'Early Birds', plan: 'FREE', features: oldFreeFeatures, costRate: null },
    'Lark Dawnley',
    'Europe/Berlin',
  ],
];
