import type { Project, Tag, Workspace } from '../../model';
import { WorkspaceBuilder } from '../builder';
import type { Lab } from './lab';

export interface Annex {
  workspace: Workspace;
  projects: (Project | null)[];
  tags: Tag[];
}

/** Language annex: a second account of the lab's people, with a client, a project and a tag that are called alike. */
export function languageAnnex(number: number, { owner, guest, alex }: Lab): Annex {
  const build = new WorkspaceBuilder({
    number,
    name: 'Language annex',
    currencies: ['GBP'],
    hourlyRate: 7000,
    style: { summaryValues: 'exact', currencyTotals: 'absent' },
  });
  build.join(guest.person, { role: 'OWNER', hourlyRate: 8800, costRate: 4100 });
  build.join(owner.person, { role: 'WORKSPACE_ADMIN', hourlyRate: 9300 });
  build.join(alex.person);
  build.person('Alex Kim', { zone: 'Europe/London' });
  build.group('Writers', [alex.person, owner.person]);
  const tags = ['draft', 'night'].map((tag) => build.tag(tag));
  const atlas = build.client('Atlas');
  const projects = [
    build.project('Website', { client: atlas, hourlyRate: 9700, tasks: ['Review'] }),
    build.project('Atlas maps', { client: atlas }),
    build.project('Internal', { billable: false }),
  ];
  return { workspace: build.workspace, projects: [...projects, null], tags };
}
