import { chances } from './baton';
import { type Campaign, isWanted, type Settings, Tally } from './campaign';
import { CHANGES } from './changes';
import { Ground } from './ground';
import { ENDINGS, FAILURES, type Way } from './interrupt';
import { BESIDE, withBeside } from './kill/beside';
import { severalPages } from './kill/pages';
import { resumed } from './kill/resumed';
import { tenTables, together } from './kill/together';
import { triggered } from './kill/triggered';
import { sampleOf } from './sample';
import { interruptTwice, type Sample, type Swept, sweepRefresh } from './sweep';

/** Of each refresh and each way of interrupting it, how many places the short form tries. */
const SAMPLED = 1;
/** How many times each refresh is interrupted twice running. */
const TWICE = { what: 'Any table, interrupted twice running', short: 1, full: 24 };

const WAYS: readonly Way[] = [...ENDINGS, ...FAILURES];

interface Scenario {
  what: string;
  sweep(ground: Ground, sample: Sample): Promise<Swept>;
}

/** Whatever a refresh does to its table, once a session is open. */
const SCENARIOS: readonly Scenario[] = [
  ...Object.entries(CHANGES).map(([change, prepare]) => ({
    what: `A table ${change}`,
    sweep: async (ground: Ground, sample: Sample) =>
      sweepRefresh(ground, await prepare(ground), 'every change', WAYS, { sample }),
  })),
  {
    what: 'Several pages, a table that grows',
    sweep: async (ground, sample) =>
      sweepRefresh(ground, await severalPages(ground), 'every call', WAYS, { sample }),
  },
  {
    what: 'Ten queries in one refresh',
    sweep: async (ground, sample) => together(ground, await tenTables(ground), WAYS, sample),
  },
  ...(['grows', 'shrinks'] as const).map((how) => ({
    what: `A typed and a formula column beside a table that ${how}`,
    sweep: async (ground: Ground, sample: Sample) =>
      sweepRefresh(ground, await withBeside(ground, how), 'every change', WAYS, { sample, beside: BESIDE }),
  })),
  { what: 'A refresh that is resumed', sweep: (ground, sample) => resumed(ground, WAYS, sample) },
  { what: 'The hourly run of a trigger', sweep: (ground, sample) => triggered(ground, WAYS, sample) },
];

/**
 * Ends a refresh, or lets a call of it fail, at every service call in turn and in every way, and refreshes again: in
 * between each table is the old or the new one or known to be neither, afterwards it is the new one.
 */
export const kill: Campaign<{ points: number; lost: number }> = {
  async run(settings, tell) {
    const tally = new Tally(tell);
    const ground = new Ground();
    await ground.begin();
    try {
      for (const [index, { what, sweep }] of SCENARIOS.entries()) {
        if (!isWanted(settings, what)) continue;
        await ground.renew();
        const { ends, faults } = await sweep(ground, sampleFor(settings, index));
        tally.note(what, ends, [...faults, ...(await broken(ground))]);
      }
      if (isWanted(settings, TWICE.what)) await twice(ground, settings, tally);
    } finally {
      await ground.end();
    }
    return { points: tally.cases, lost: tally.faults };
  },
};

/** The short form tries some places for each way; without a seed's choice no way is left out. */
function sampleFor({ seed, short }: Settings, index: number): Sample {
  if (!short) return (places) => places;
  const chance = chances(seed * 1000 + index);
  return (places) => sampleOf(places, ({ way }) => JSON.stringify(way), SAMPLED, chance);
}

async function twice(ground: Ground, { seed, short }: Settings, tally: Tally): Promise<void> {
  const times = short ? TWICE.short : TWICE.full;
  const faults: string[] = [];
  const changes = Object.entries(CHANGES);
  for (const [index, [change, prepare]] of changes.entries()) {
    await ground.renew();
    const found = await interruptTwice(
      ground,
      await prepare(ground),
      chances(seed * 1000 + 500 + index),
      times,
    );
    faults.push(...[...found, ...(await broken(ground))].map((fault) => `a table ${change}: ${fault}`));
  }
  tally.note(TWICE.what, times * changes.length * 2, faults);
}

/** Requests that broke the contract, after the spreadsheets of a scenario are closed. */
export async function broken(ground: Ground): Promise<string[]> {
  const violations = await ground.settle();
  return violations.length > 0 ? [`requests against the contract: ${JSON.stringify(violations[0])}`] : [];
}
