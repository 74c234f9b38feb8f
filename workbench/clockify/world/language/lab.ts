import type { Client, Member, Project, Tag, Workspace } from '../../model';
import { WorkspaceBuilder } from '../builder';

/** The people and things of Language lab, as its entries need them. */
export interface Lab {
  workspace: Workspace;
  owner: Member;
  /** In Dubai, where weeks begin on Saturday; owner of Language annex too. */
  guest: Member;
  /** One of two people of this name. */
  alex: Member;
  /** Everybody who tracks time, with the shares in which they do. */
  team: Member[];
  /** No rates, here or in the membership. */
  rateless: Member;
  projects: (Project | null)[];
  tags: Tag[];
}

/**
 * Language lab: what a query can be wrong about. Projects, tasks and people of one name; clients in three currencies,
 * one called like the group of entries without a client; names with the characters of patterns; user groups that
 * overlap; a project that was deleted while its entries stayed.
 */
export function languageLab(number: number): Lab {
  const build = new WorkspaceBuilder({
    number,
    name: 'Language lab',
    currencies: ['EUR', 'USD', 'JPY'],
    hourlyRate: 9000,
    costRate: 4000,
    settings: { summaryListsRunning: true },
    style: { summaryNone: 'empty' },
  });
  const people = peopleOf(build);
  const { owner, guest, alex, other, nadia, ravi, zoe, gone, rateless } = people;
  build.group('Writers', [alex.person, nadia.person, ravi.person]);
  build.group('Reviewers', [nadia.person, ravi.person, zoe.person], [nadia.person]);
  build.group('Left us', [gone.person]);
  build.group('Nobody', []);
  const tags = ['draft', 'Draft', 'review', 'a, b', '50%', 'urgent*', 'on site'].map((tag) => build.tag(tag));
  tags.push(build.tag('retired', true));
  const projects = projectsOf(build, owner);
  return {
    workspace: build.workspace,
    ...{ owner, guest, alex, rateless },
    team: [owner, guest, alex, alex, other, nadia, nadia, ravi, ravi, zoe, gone, rateless],
    projects: [...projects, null],
    tags,
  };
}

function peopleOf(build: WorkspaceBuilder) {
  const person = build.person.bind(build);
  const owner = person('Lena Wortmann', {
    role: 'OWNER',
    zone: 'America/New_York',
    weekStart: 'SUNDAY',
    hourlyRate: 12000,
  });
  const guest = person('Sami Alfasi', {
    role: 'WORKSPACE_ADMIN',
    zone: 'Asia/Dubai',
    weekStart: 'SATURDAY',
    hourlyRate: 10100,
  });
  return {
    owner,
    guest,
    alex: person('Alex Kim', { hourlyRate: 8300, costRate: 3100 }),
    other: person('Alex Kim', { email: 'alex.kim.2@language-lab.example', hourlyRate: 7700 }),
    nadia: person('Nadia Osei', { role: 'TEAM_MANAGER', zone: 'Africa/Accra', hourlyRate: 9900 }),
    ravi: person('Ravi Thapa', { zone: 'Asia/Kathmandu', hourlyRate: 5100, costRate: 1900 }),
    zoe: person('Zoë Brandt', { costRate: 0 }),
    gone: person('José Álvarez', { membership: 'INACTIVE', status: 'DELETED', hourlyRate: 6000 }),
    rateless: person('Rateless Rob'),
  };
}

function projectsOf(build: WorkspaceBuilder, owner: Member): Project[] {
  const client = (name: string, more: Partial<Omit<Client, 'currency'>> & { currency?: string } = {}) =>
    build.client(name, more);
  const atlas = client('Atlas');
  const borealis = client('Borealis', { currency: 'USD' });
  const kumo = client('雲 Kumo', { currency: 'JPY' });
  const pattern = client('Star*Works? [50%]');
  const without = client('Without client');
  const closed = client('Closed Co.', { archived: true, currency: 'USD' });
  client('No projects yet');
  const work = ['Review', 'Draft', 'Layout'];
  const ghost = build.project('Deleted project', { client: atlas, hourlyRate: 9100, tasks: ['Review'] });
  const projects = [
    build.project('Website', { client: atlas, hourlyRate: 11100, tasks: work }),
    build.project('Website', { client: borealis, hourlyRate: 13300, tasks: work }),
    build.project('website', { client: atlas, tasks: ['Review'] }),
    build.project('Anthology', {
      client: atlas,
      tasks: work,
      timeEstimate: { amount: 90 * 3600, type: 'MANUAL', reset: null },
    }),
    build.project('Atlas maps', {
      client: borealis,
      tasks: ['Draft', 'Plates'],
      budgetEstimate: { amount: 600_000, type: 'MANUAL', reset: null },
    }),
    build.project('辞書', { client: kumo, hourlyRate: 1_500_000, tasks: ['Review'] }),
    build.project('A.*(b|c)+$ \\ "quoted", done?', { client: pattern }),
    build.project('Without project', { client: without, hourlyRate: 8_001 }),
    build.project('Archive', { client: closed, archived: true, tasks: ['Scanning'] }),
    build.project('Secret', { client: atlas, public: false, members: [owner.person] }),
    build.project('Internal', { billable: false, tasks: ['Meetings', 'Review'] }),
    build.project('Never used', { client: borealis }),
  ];
  build.workspace.projects = build.workspace.projects.filter((each) => each !== ghost);
  return [...projects.slice(0, -1), ghost];
}
