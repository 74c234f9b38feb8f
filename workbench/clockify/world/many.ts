import type { Person, Workspace } from '../model';
import { WorkspaceBuilder } from './builder';
import { whenAsked } from './whenAsked';

/** Fifty workspaces of one owner. The first has 5,000 projects, the second 1,001 and long lists of everything else. */
export function manyWorkspaces(number: number): { workspaces: Workspace[]; owner: Person } {
  const owner = new WorkspaceBuilder({ number, name: 'Branch 01' }).person('Quentin Fiftyfold').person;
  const workspaces = Array.from({ length: 50 }, (_, index) => {
    const name = `Branch ${String(index + 1).padStart(2, '0')}`;
    const build = new WorkspaceBuilder({ number: number + index, name });
    build.join(owner, { role: index % 2 === 0 ? 'OWNER' : 'WORKSPACE_ADMIN' });
    if (index === 0) whenAsked(build.workspace, () => projects(build, 5_000, 40));
    else if (index === 1) {
      for (let each = 1; each <= 120; each += 1) build.person(`Colleague ${each}`);
      whenAsked(build.workspace, () => longer(build));
    } else projects(build, 3, 1);
    return build.workspace;
  });
  return { workspaces, owner };
}

function longer(build: WorkspaceBuilder): void {
  projects(build, 1_001, 300);
  for (let tag = 1; tag <= 700; tag += 1) build.tag(`tag ${String(tag).padStart(4, '0')}`, tag % 9 === 0);
}

function projects(build: WorkspaceBuilder, count: number, clients: number): void {
  for (let each = 1; each <= clients; each += 1) build.client(`Account ${String(each).padStart(4, '0')}`);
  for (let each = 1; each <= count; each += 1) {
    build.project(`Site ${String(each).padStart(4, '0')}`, {
      client: build.workspace.clients[each % clients]!,
      archived: each % 10 === 0,
      tasks: each % 4 === 0 ? ['Visit', 'Report'] : [],
    });
  }
}
