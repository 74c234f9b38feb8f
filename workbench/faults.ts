import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './faults/campaign';
import { campaigns } from './faults/campaigns';
import { report } from './faults/report';
import { faultsHelp } from './help';
import { BadArguments, parseOptions } from './parse';
import { projectRoot } from './session';

/** `faults`: breaks everything that can break, prints what was tried and what was wrong, and writes `faults.json`. */
export async function main(args: string[]): Promise<number> {
  try {
    const { help, ...wish } = parseOptions(args, {
      help: 'flag',
      short: 'flag',
      only: 'values',
      seed: 'value',
      what: 'value',
    });
    if (help) process.stdout.write(faultsHelp);
    return help
      ? 0
      : await run(chosen(wish.only), {
          seed: seedOf(wish.seed),
          short: wish.short ?? false,
          what: wish.what,
        });
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    process.stderr.write(`The campaigns can't be run: ${error.message}.\n`);
    return 1;
  }
}

type Name = keyof typeof campaigns;
const names = Object.keys(campaigns) as Name[];

function chosen(only: string[] = names): Name[] {
  const unknown = only.find((name) => !(names as string[]).includes(name));
  if (unknown !== undefined) throw new BadArguments(`--only ${unknown}: one of ${names.join(', ')}`);
  return names.filter((name) => only.includes(name));
}

function seedOf(text = '1'): number {
  if (!/^\d{1,6}$/.test(text)) throw new BadArguments(`--seed ${text}: a number up to 999999`);
  return Number(text);
}

async function run(wanted: Name[], settings: Settings): Promise<number> {
  const figures: Record<string, unknown> = {};
  let faults = 0;
  for (const name of wanted) {
    const began = Date.now();
    figures[name] = await campaigns[name].run(settings, (tried) => {
      faults += tried.faults.length;
      report(name, tried);
    });
    process.stdout.write(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s\n\n`);
  }
  writeFileSync(join(projectRoot, 'faults.json'), `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(faults === 0 ? 'Nothing was lost, nothing was wrong.\n' : `${faults} faults.\n`);
  return faults === 0 ? 0 : 1;
}
