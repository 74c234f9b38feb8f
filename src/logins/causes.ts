import { FEATURES, type Feature } from '../clockify/features';
import type { Right, Rights, Seen } from './rights';
import { whoseTime } from './whose';

/** What is asked for, as far as it decides who is given it: a report, or a list that fills its rows. */
export interface AskedList {
  /** What it is called in a sentence: `Users`, `People without time`. */
  title: string;
  limited?: 'time' | 'team' | 'projects';
  feature?: Feature;
}

/** A field of it. */
export interface AskedField {
  id: string;
  title: string;
  /** `text` of what needs amounts is the currency, which may be named all the same. */
  type: string;
  needs?: 'earned' | 'cost';
  feature?: Feature;
}

/** An account that is asked, as its login sees it. */
export type SeenAccount = Seen & {
  name: string;
  people?: { seen: number; of: number | null };
};

/** What comes of it: Clockify refuses the list, gives the field no values, or leaves out rows. */
export type Effect = 'refused' | 'empty' | 'partial';

/** A reason for marks, of which each account has it or not. */
export interface Cause {
  effect: Effect;
  /** Whether it holds for an account; null where it doesn't. */
  holds(rights: Rights, account: SeenAccount): Right | null;
  reason(accounts: string, sure: boolean, one: SeenAccount | null): string;
  remedy: ((accounts: string) => string) | null;
}

/** What may keep a list, or a part of its rows, from somebody. */
export function causesOfList({ title, limited, feature }: AskedList): Cause[] {
  return [
    ...(feature ? [planLacksList(title, feature)] : []),
    ...(limited === 'time' ? [REPORTS_CLOSED, ONLY_SOME_TIME, PUBLIC_ENTRIES] : []),
    ...(limited === 'team' ? [TEAM_CLOSED] : []),
    ...(limited === 'projects' ? [PRIVATE_PROJECTS] : []),
  ];
}

/** What may leave a field empty. */
export function causesOfField({ title, type, needs, feature }: AskedField): Cause[] {
  return [
    ...(needs === 'earned' && type !== 'text' ? [AMOUNTS] : []),
    ...(needs === 'cost' ? [COST_NOT_IN_PLAN, COST_HIDDEN] : []),
    ...(feature ? [planLacksField(title, feature)] : []),
  ];
}

const ASK_AN_ADMIN = (accounts: string) =>
  `If you need that, use the key of an owner or admin of ${accounts}, or ask there for the Admin role.`;

const AMOUNTS: Cause = {
  effect: 'empty',
  holds: ({ earned }) => notSeen(earned),
  reason: (accounts) =>
    `Amounts are hidden from this login in ${accounts}: only owners and admins see billable rates there.`,
  remedy: ASK_AN_ADMIN,
};

const COST_NOT_IN_PLAN: Cause = {
  effect: 'empty',
  holds: (_, { features }) => (features.includes('LABOR_COST') ? null : 'hidden'),
  reason: (accounts) => `Cost needs a plan with labor cost (Pro or higher): ${accounts} has none.`,
  remedy: null,
};

const COST_HIDDEN: Cause = {
  effect: 'empty',
  holds: ({ cost }, { features }) => (features.includes('LABOR_COST') ? notSeen(cost) : null),
  reason: (accounts, sure) =>
    sure
      ? `Cost is hidden from this login in ${accounts}: only owners and admins see rates there.`
      : `Cost may be hidden from this login in ${accounts}: Clockify shows it to owners and admins.`,
  remedy: ASK_AN_ADMIN,
};

const ONLY_SOME_TIME: Cause = {
  effect: 'partial',
  holds: ({ time }) => (time === null || time === 'all' ? null : 'hidden'),
  reason: (accounts, _, one) =>
    one === null
      ? `In ${accounts} this login doesn't see everybody's time: only owners and admins do.`
      : `In ${accounts} this login sees only ${whoseTime(one)}.`,
  remedy: (accounts) => `Owners and admins of ${accounts} see everybody's time.`,
};

const PUBLIC_ENTRIES: Cause = {
  effect: 'partial',
  holds: ({ time, publicEntries }) => (time === 'all' ? notSeen(publicEntries) : null),
  reason: (accounts) =>
    `In ${accounts} only owners and admins see what others tracked on public projects: some of it may be missing.`,
  remedy: (accounts) => `Owners and admins of ${accounts} see everybody's time.`,
};

const REPORTS_CLOSED: Cause = {
  effect: 'refused',
  holds: ({ reports }) => notSeen(reports),
  reason: (accounts) =>
    `${accounts} keeps reports for owners and admins: Clockify may refuse them to this login.`,
  remedy: ASK_AN_ADMIN,
};

const TEAM_CLOSED: Cause = {
  effect: 'refused',
  holds: ({ team }) => notSeen(team),
  reason: (accounts, sure) =>
    sure
      ? `${accounts} shows its people to owners and admins only, and this login is neither.`
      : `Clockify may refuse the people of ${accounts} to this login: not every role may list them.`,
  remedy: ASK_AN_ADMIN,
};

const PRIVATE_PROJECTS: Cause = {
  effect: 'partial',
  holds: ({ privateProjects }) => notSeen(privateProjects),
  reason: (accounts) =>
    `Of the private projects of ${accounts} this login sees only those that its key's owner works on.`,
  remedy: (accounts) => `Owners and admins of ${accounts} see all projects.`,
};

function planLacksList(title: string, feature: Feature): Cause {
  return {
    effect: 'refused',
    holds: (_, { features }) => (features.includes(feature) ? null : 'hidden'),
    reason: (accounts) => `${title}: ${needsPlan(feature)}, and ${accounts} has none.`,
    remedy: null,
  };
}

/** What was kept while the plan had it may still be there. */
function planLacksField(title: string, feature: Feature): Cause {
  return {
    effect: 'empty',
    holds: (_, { features }) => (features.includes(feature) ? null : 'doubtful'),
    reason: (accounts) => `${title}: ${needsPlan(feature)}, and ${accounts} has none. It may be empty.`,
    remedy: null,
  };
}

function needsPlan(feature: Feature): string {
  const { title, plan } = FEATURES[feature];
  return `it needs a plan with ${title}${plan === null ? '' : ` (${plan} or higher)`}`;
}

function notSeen(right: Right | null): Right | null {
  return right === 'seen' ? null : right;
}
