import type { Query } from '../../src/query/query';
import { texts } from '../gas/errors';
import type { OnCall } from '../gas/gate';
import { KINDS, type Kind, PASSING, REFUSALS, ruleOf } from './api/kinds';
import { SUBJECTS, type Subject, type Where } from './api/subjects';
import { faultsOfEnd } from './api/verdict';
import { chances } from './baton';
import { type Campaign, isWanted, type Settings, Tally } from './campaign';
import { Ground } from './ground';
import { endedOrRefused } from './interrupt';
import { type Kept, keep, putBack } from './keep';
import { pick } from './sample';

const PLACES: readonly Where[] = ['first', 'middle', 'last'];

/** What is broken in one case: kinds at pages, and calls that hang. */
interface Case {
  breaks: readonly { kind: Kind; where: Where }[];
  hook?: OnCall;
}

/**
 * Lets Clockify misbehave in every way at the first, the middle and the last page, alone and beside each other: a refresh ends
 * with exactly what Clockify has, or with a problem that says so and the table that stood.
 */
export const api: Campaign<{ cases: number; wrong: number }> = {
  async run(settings, tell) {
    const tally = new Tally(tell);
    const ground = new Ground();
    await ground.begin();
    try {
      const chance = chances(settings.seed);
      const shared = KINDS.filter(({ only }) => only === undefined);
      // In the short form each kind is tried on one subject.
      const own = new Map(shared.map((kind) => [kind, pick(SUBJECTS, chance)]));
      for (const [index, subject] of SUBJECTS.entries()) {
        const kinds = KINDS.filter(
          (kind) => fits(kind, subject) && (!settings.short || (own.get(kind) ?? subject) === subject),
        );
        await ground.renew();
        const stand = new Stand(ground, subject, await subject.prepare(ground));
        await allKinds(stand, kinds, settings, chances(settings.seed * 1000 + index), tally);
        await ground.settle();
      }
    } finally {
      await ground.end();
    }
    return { cases: tally.cases, wrong: tally.faults };
  },
};

function fits({ only }: Kind, { totals }: Subject): boolean {
  return only === undefined || (only === 'totals') === totals;
}

async function allKinds(
  stand: Stand,
  kinds: readonly Kind[],
  settings: Settings,
  chance: () => number,
  tally: Tally,
): Promise<void> {
  const { subject } = stand;
  const places = () => (settings.short ? [pick(PLACES, chance)] : PLACES);
  for (const kind of kinds) {
    if (!isWanted(settings, kind.what)) continue;
    const tried = places();
    const faults: string[] = [];
    for (const where of tried) faults.push(...(await stand.tried({ breaks: [{ kind, where }] }, where)));
    tally.note(`${subject.what}: ${kind.what}`, tried.length, faults);
  }
  // A page in a list without totals can be told by the order of requests only, and two of them not beside each other.
  if (!subject.totals) return;
  await besides(stand, settings, chance, tally);
  await hangs(stand, places, tally);
}

/** A refusal beside what would pass, whichever comes first. */
async function besides(stand: Stand, { short }: Settings, chance: () => number, tally: Tally): Promise<void> {
  for (const refusal of REFUSALS) {
    const others = short ? [pick(PASSING, chance)] : PASSING;
    const faults: string[] = [];
    for (const passing of others) {
      const turned = chance() < 0.5;
      const [one, other]: Where[] = turned ? ['middle', 'last'] : ['last', 'middle'];
      const breaks = [
        { kind: refusal, where: one },
        { kind: passing, where: other },
      ];
      faults.push(...(await stand.tried({ breaks }, `${one} beside ${passing.what}`)));
    }
    tally.note(`${stand.subject.what}: ${refusal.what}, beside what passes`, others.length, faults);
  }
}

const HANGING: Kind = { what: 'hang', fault: () => ({ kind: 'reset' }), times: 'once', ends: ['done'] };

/** A request that is never answered: Google gives up on it, and on those that were sent with it. */
async function hangs(stand: Stand, places: () => readonly Where[], tally: Tally): Promise<void> {
  for (const times of [1, Number.POSITIVE_INFINITY]) {
    const tried = places();
    const faults: string[] = [];
    for (const where of tried) {
      let left = times;
      const hook: OnCall = ({ name, args }) => {
        if (!name.startsWith('UrlFetchApp.') || !stand.subject.asksFor(where, JSON.stringify(args)))
          return undefined;
        return left-- > 0 ? { fail: texts.timeout('https://reports.api.clockify.me') } : undefined;
      };
      const kind: Kind = times === 1 ? HANGING : { ...HANGING, ends: ['problem'], codes: ['unreachable'] };
      faults.push(...(await stand.tried({ breaks: [{ kind, where }], hook }, where)));
    }
    tally.note(`${stand.subject.what}: hang, ${times === 1 ? 'once' : 'always'}`, tried.length, faults);
  }
}

/** A table that stands, to which everything goes back after each case. */
class Stand {
  private readonly start: Kept;

  constructor(
    private readonly ground: Ground,
    readonly subject: Subject,
    private readonly query: Query,
  ) {
    this.start = keep(ground.session);
  }

  /** What is wrong with how a refresh ends while something is broken, and with the one after it, each by the case. */
  async tried({ breaks, hook }: Case, said: string): Promise<string[]> {
    const { ground, query, subject } = this;
    const { control, session } = ground;
    await control.reset();
    putBack(session, this.start);
    await subject.change(ground);
    if (!hook)
      for (const { kind, where } of breaks)
        await control.addFault(await ruleOf(ground, subject, kind, where));
    const before = await ground.standing(query);
    const progress = await endedOrRefused(() => session.refresh(query.id, { onCall: hook }));
    const faults = await faultsOfEnd(ground, subject, query, progress, before, breaks[0].kind);
    await control.reset();
    await subject.change(ground);
    const hour = Math.max(0, ...breaks.map(({ kind }) => kind.lasts ?? 0));
    if (hour > 0) session.platform.clock.advance(hour);
    try {
      await ground.refresh(query);
      faults.push(...(await subject.difference(ground, query)).map((fault) => `afterwards ${fault}`));
    } catch (error) {
      // A key that was refused is marked, and waits for somebody to say that it works again.
      if (!/key/i.test((error as Error).message)) faults.push(`afterwards: ${(error as Error).message}`);
    }
    return faults.map((fault) => `at the ${said} page: ${fault}`);
  }
}
