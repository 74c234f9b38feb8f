import { chances } from './baton';
import { type Campaign, isWanted, Tally } from './campaign';
import { Ground } from './ground';
import { neighbours } from './platform/neighbours';
import { refusedCalls } from './platform/refusedCalls';
import { evictions, lockHeld, stores } from './platform/stores';
import { triggers } from './platform/triggers';

/** One kind of trouble with Google: what is wrong with what came of it, in how many cases. */
export interface Trouble {
  what: string;
  run(ground: Ground, chance: () => number, short: boolean): Promise<{ cases: number; faults: string[] }>;
}

const TROUBLES: readonly Trouble[] = [
  ...refusedCalls,
  ...stores,
  lockHeld,
  evictions,
  ...neighbours,
  ...triggers,
];

/**
 * Lets Google's services refuse, and the people who share the spreadsheet do what they may, while a refresh runs: it ends with
 * the right table, or with a problem in words and the table that stood; the next one makes everything good.
 */
export const platform: Campaign<{ cases: number; wrong: number }> = {
  async run(settings, tell) {
    const { seed, short } = settings;
    const tally = new Tally(tell);
    const ground = new Ground();
    await ground.begin();
    try {
      for (const [index, { what, run }] of TROUBLES.entries()) {
        if (!isWanted(settings, what)) continue;
        await ground.renew();
        const { cases, faults } = await run(ground, chances(seed * 1000 + index), short);
        const violations = await ground.settle();
        tally.note(what, cases, [
          ...faults,
          ...(violations.length > 0 ? ['requests against the contract'] : []),
        ]);
      }
    } finally {
      await ground.end();
    }
    return { cases: tally.cases, wrong: tally.faults };
  },
};
