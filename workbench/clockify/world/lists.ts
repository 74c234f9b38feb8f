import { BenchEntries, firstQuarter } from '../entries/bench';
import type { Person, Workspace } from '../model';
import { WorkspaceBuilder } from './builder';
import { whenAsked } from './whenAsked';

const count = 5_000;

/**
 * Long lists: 5,000 each of clients, projects, tags and people, and 20,000 entries of January … March 2026 on them. Every
 * hundredth project is called Support, and every hundredth person has the name of another.
 */
export function longLists(number: number, seed: number): { workspace: Workspace; owner: Person } {
  const build = new WorkspaceBuilder({ number, name: 'Long lists' });
  const owner = build.person('Lina Longfellow', { role: 'OWNER' }).person;
  for (let each = 1; each < count; each += 1) {
    const name = `Person ${four(each % 100 === 0 ? each - 1 : each)}`;
    build.person(name, { email: `person-${four(each)}@lists.example` });
  }
  whenAsked(build.workspace, () => fill(build, owner));
  build.workspace.entries = new BenchEntries(build.workspace, 20_000, seed, firstQuarter);
  return { workspace: build.workspace, owner };
}

function fill(build: WorkspaceBuilder, owner: Person): void {
  for (let each = 1; each <= count; each += 1) {
    const client = build.client(`Client ${four(each)}`, { archived: each % 50 === 0 });
    build.project(each % 100 === 0 ? 'Support' : `Project ${four(each)}`, {
      client,
      archived: each % 40 === 0,
      hourlyRate: each % 3 === 0 ? 6000 + each : null,
      tasks: each % 10 === 0 ? ['Visit', 'Report'] : [],
    });
    build.tag(`tag ${four(each)}`, each % 30 === 0);
    if (each % 25 === 0) build.group(`Team ${four(each)}`, [owner]);
  }
}

function four(number: number): string {
  return String(number).padStart(4, '0');
}
