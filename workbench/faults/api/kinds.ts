import type { Fault, FaultRule } from '../../clockify/faults';
import type { Ground } from '../ground';
import type { Subject, Where } from './subjects';

/** How a refresh may end: with the table that Clockify has now, or with a problem and the table that stood. */
export type End = 'done' | 'problem';

/** One way in which Clockify misbehaves at a page. */
export interface Kind {
  what: string;
  fault(ground: Ground, subject: Subject): Fault | Promise<Fault>;
  /** Strikes once, or whenever the page is asked for. */
  times: 'once' | 'always';
  ends: readonly End[];
  /** The codes that its problem may have; any where none are named. */
  codes?: readonly string[];
  /** Only for lists that state their totals, or only for those that don't. */
  only?: 'totals' | 'no totals';
  /** Whether the key sees less from then on, and the table has what it sees. */
  narrows?: boolean;
  /** Milliseconds of virtual time after which it is over. */
  lasts?: number;
}

const HOUR = 3_600_000;
const status = (code: number, headers?: Record<string, string>) => (): Fault => ({
  kind: 'status',
  status: code,
  headers,
});
const plain =
  (kind: 'reset' | 'html' | 'empty' | 'truncate' | 'wrong-shape' | 'no-rows' | 'duplicate-rows') => () =>
    ({ kind }) as Fault;

const done = ['done'] as const;
const problem = ['problem'] as const;
const either = ['done', 'problem'] as const;

/** What passes: it strikes once, and the refresh ends well all the same. */
export const PASSING: readonly Kind[] = [
  {
    what: '429 with Retry-After, once',
    fault: status(429, { 'Retry-After': '12' }),
    times: 'once',
    ends: done,
  },
  { what: '429 without Retry-After, once', fault: status(429), times: 'once', ends: done },
  ...[500, 502, 503].map(
    (code) => ({ what: `${code}, once`, fault: status(code), times: 'once', ends: done }) as const,
  ),
  { what: 'reset, once', fault: plain('reset'), times: 'once', ends: done },
  { what: 'cut JSON, once', fault: plain('truncate'), times: 'once', ends: done },
  { what: 'HTML with 200, once', fault: plain('html'), times: 'once', ends: done },
  { what: 'empty, once', fault: plain('empty'), times: 'once', ends: done },
  { what: 'wrong shape, once', fault: plain('wrong-shape'), times: 'once', ends: done },
];

/** What doesn't: whenever it is asked for again, the page is refused. */
export const REFUSALS: readonly Kind[] = [
  { what: '401, always', fault: status(401), times: 'always', ends: problem },
  { what: '403, always', fault: status(403), times: 'always', ends: problem },
  { what: '418, always', fault: status(418), times: 'always', ends: problem, codes: ['request-refused'] },
];

const unreadable = { times: 'always', ends: problem, codes: ['answer-unreadable'] } as const;

export const KINDS: readonly Kind[] = [
  ...PASSING,
  ...REFUSALS,
  {
    what: '429 with Retry-After, for an hour',
    fault: status(429, { 'Retry-After': '3600' }),
    times: 'always',
    ends: problem,
    codes: ['rate-limited'],
    lasts: HOUR,
  },
  {
    what: '429 without Retry-After, for an hour',
    fault: status(429),
    times: 'always',
    ends: problem,
    codes: ['rate-limited'],
    lasts: HOUR,
  },
  ...[500, 502, 503].map(
    (code) =>
      ({
        what: `${code}, always`,
        fault: status(code),
        times: 'always',
        ends: problem,
        codes: ['clockify-failing'],
      }) as const,
  ),
  { what: 'reset, always', fault: plain('reset'), times: 'always', ends: problem, codes: ['unreachable'] },
  { what: 'cut JSON, always', fault: plain('truncate'), ...unreadable },
  { what: 'HTML with 200, always', fault: plain('html'), ...unreadable },
  { what: 'empty, always', fault: plain('empty'), ...unreadable },
  { what: 'wrong shape, always', fault: plain('wrong-shape'), ...unreadable },
  { what: 'rows twice, once', fault: plain('duplicate-rows'), times: 'once', ends: done },
  { what: 'rows twice, always', fault: plain('duplicate-rows'), times: 'always', ends: problem },
  { what: 'no rows with 200, once', fault: plain('no-rows'), times: 'once', ends: done },
  {
    what: 'a row less, once',
    fault: () => ({ kind: 'drop-rows', n: 1 }),
    times: 'once',
    ends: done,
    only: 'totals',
  },
  {
    what: 'a row less, always',
    fault: () => ({ kind: 'drop-rows', n: 1 }),
    times: 'always',
    ends: problem,
    codes: ['totals-disagree'],
    only: 'totals',
  },
  { what: 'totals that disagree, once', fault: totals, times: 'once', ends: done, only: 'totals' },
  { what: 'totals that disagree, always', fault: totals, times: 'always', ends: either, only: 'totals' },
  {
    what: 'changed between two pages',
    async fault(ground, { account, drift }) {
      if ('ids' in drift) return { kind: 'delete', workspace: account, ids: await drift.ids(ground) };
      return { kind: 'edit', edits: drift };
    },
    times: 'once',
    ends: done,
  },
  {
    what: 'no Last-Page',
    fault: () => ({ kind: 'no-last-page' }),
    times: 'always',
    ends: done,
    only: 'no totals',
  },
  {
    what: 'Last-Page that is never true',
    fault: () => ({ kind: 'endless' }),
    times: 'always',
    ends: either,
    codes: ['paging-endless', 'totals-disagree'],
    only: 'no totals',
  },
  {
    // Sharply fewer than last time are read a second time.
    what: 'Last-Page that is true too early, once',
    fault: () => ({ kind: 'last-page-early' }),
    times: 'once',
    ends: done,
    only: 'no totals',
  },
  {
    what: 'the key revoked',
    fault: () => ({ kind: 'revoke' }),
    times: 'once',
    ends: problem,
    codes: ['key-refused'],
  },
  {
    what: 'the workspace removed',
    fault: (_, { account }) => ({ kind: 'remove-workspace', workspace: account }),
    times: 'once',
    ends: problem,
  },
  {
    what: 'the role taken',
    fault: (_, { account, person }) => ({ kind: 'take-role', workspace: account, person }),
    times: 'once',
    ends: either,
    narrows: true,
  },
];

function totals(): Fault {
  return { kind: 'totals', entries: 1, seconds: 60 };
}

/** The rule by which a kind strikes at a page. */
export async function ruleOf(ground: Ground, subject: Subject, kind: Kind, where: Where): Promise<FaultRule> {
  const now = ground.session.platform.clock.now();
  return {
    ...subject.at(where),
    times: kind.times === 'once' ? 1 : -1,
    fault: await kind.fault(ground, subject),
    ...(kind.lasts === undefined ? {} : { until: now + kind.lasts }),
  };
}
