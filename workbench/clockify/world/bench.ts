import { BenchEntries, firstQuarter, type Span, wholeYear } from '../entries/bench';
import type { Person, Workspace } from '../model';
import { WorkspaceBuilder } from './builder';

/** Name, number of entries, when they are, number of clients. */
type Size = [string, number, Span, number];

/** Workspaces with an exact number of entries in January … March 2026, or in 2025, all of one owner. */
export function benchWorkspaces(number: number, seed: number): { workspaces: Workspace[]; owner: Person } {
  const sizes: Size[] = [
    ['Bench 1k', 1_000, firstQuarter, 8],
    ['Bench 10k', 10_000, firstQuarter, 8],
    ['Bench 100k', 100_000, firstQuarter, 8],
    ['Bench 1M', 1_000_000, firstQuarter, 8],
    ['Bench year', 100_000, wholeYear, 20],
    ['Bench year 1M', 1_000_000, wholeYear, 20],
  ];
  const owner = new WorkspaceBuilder({ number, name: 'Bench' }).person('Olive Benchley').person;
  const workspaces = sizes.map(([name, count, span, clients], index) => {
    const build = new WorkspaceBuilder({ number: number + index, name });
    build.join(owner, { role: 'OWNER', hourlyRate: 10000, costRate: 5000 });
    for (let each = 1; each <= 24; each += 1) {
      build.person(`Worker ${each}`, { hourlyRate: 6000 + each * 137, costRate: 2500 + each * 50 });
    }
    for (let each = 1; each <= clients; each += 1) {
      const client = build.client(`Customer ${each}`);
      for (let project = 1; project <= 6; project += 1) {
        build.project(`Order ${each}.${project}`, {
          client,
          billable: project !== 6,
          hourlyRate: project === 1 ? 9900 : null,
          tasks: ['Prepare', 'Do', 'Check'],
        });
      }
    }
    for (let each = 1; each <= 10; each += 1) build.tag(`label ${each}`);
    build.workspace.entries = new BenchEntries(build.workspace, count, seed, span);
    return build.workspace;
  });
  return { workspaces, owner };
}
