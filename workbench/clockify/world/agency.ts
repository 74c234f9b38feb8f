import { WorkdayEntries } from '../entries/workdays';
import type { Person, Workspace } from '../model';
import { WorkspaceBuilder } from './builder';

export interface Agency {
  workspace: Workspace;
  owner: Person;
  member: Person;
  manager: Person;
}

/** Lumen & Loom: the newcomer's workspace. Twelve people, three currencies, about 1,300 entries a month. */
export function agency(number: number, seed: number): Agency {
  const build = new WorkspaceBuilder({ number, name: 'Lumen & Loom', currencies: ['EUR', 'USD', 'JPY'] });
  const owner = build.person('Mara Lindholt', { role: 'OWNER', hourlyRate: 12000, costRate: 6000 });
  const manager = build.person('Pia Varga', { role: 'TEAM_MANAGER', hourlyRate: 11000, costRate: 5200 });
  const member = build.person('Jonas Ekwall', { hourlyRate: 9000, costRate: 4100 });
  const admin = build.person('Tomasz Brodny', { role: 'WORKSPACE_ADMIN', hourlyRate: 9500, costRate: 4400 });
  const team = [
    build.person('Aiko Morinaga', { zone: 'Asia/Tokyo', hourlyRate: 10000, costRate: 4500 }),
    build.person('Declan Osprey', { zone: 'America/New_York', weekStart: 'SUNDAY', hourlyRate: 10500 }),
    build.person('Sunita Thapalia', { zone: 'Asia/Kathmandu', hourlyRate: 7000, costRate: 2800 }),
    build.person('Lior Benhaven', { zone: 'Asia/Jerusalem', weekStart: 'SUNDAY' }),
    build.person('Chloé Marchefeu', { zone: 'Europe/Paris', hourlyRate: 8800, costRate: 4000 }),
    build.person('Emre Yıldıran', { zone: 'Europe/Istanbul', hourlyRate: 6500, costRate: 2500 }),
    build.person('Nora Quillfeld', { hourlyRate: 9000, costRate: 4300 }),
    build.person('Vítor Almada', { zone: 'America/Sao_Paulo', costRate: 3100 }),
  ].map((each) => each.person);
  const left = build.person('Gideon Parr', { membership: 'INACTIVE', status: 'DELETED', hourlyRate: 8000 });
  build.group('Design', [manager.person, member.person, team[0]!, team[4]!], [manager.person]);
  build.group('Engineering', [admin.person, team[1]!, team[2]!, team[5]!]);
  build.group('Everyone', [owner.person, manager.person, member.person, ...team]);
  for (const tag of ['meeting', 'urgent', 'travel', 'workshop', 'overtime', 'on site', 'pro bono'])
    build.tag(tag);
  build.tag('2019 campaign', true);
  clients(build, team, left.person);
  build.workspace.entries = new WorkdayEntries(build.workspace, seed, {
    since: '2025-01-01',
    perDay: [4, 7],
  });
  return { workspace: build.workspace, owner: owner.person, member: member.person, manager: manager.person };
}

function clients(build: WorkspaceBuilder, team: Person[], left: Person): void {
  const design = ['Concept', 'Layout', 'Corrections', 'Hand-over'];
  const code = ['Front end', 'Back end', 'Testing', 'Deployment'];
  const fern = build.client('Fernwick Botanical Garden', {
    email: 'office@fernwick.example',
    address: '4 Glasshouse Lane',
    note: 'Invoices by post',
  });
  build.project('Spring exhibition', { client: fern, hourlyRate: 10000, tasks: design });
  build.project('Plant finder app', {
    client: fern,
    tasks: code,
    timeEstimate: { amount: 400 * 3600, type: 'MANUAL', reset: null },
  });
  build.project('Support', { client: fern, tasks: ['First level', 'Second level'] });
  const north = build.client('Northlight Ferries', { currency: 'USD', email: 'ops@northlight.example' });
  build.project('Booking relaunch', {
    client: north,
    hourlyRate: 13500,
    tasks: code,
    budgetEstimate: { amount: 4_500_000, type: 'MANUAL', reset: null },
  });
  build.project('Timetable posters', { client: north, tasks: design });
  build.project('Support', { client: north, tasks: ['Hotline', 'On call'] });
  build.project('Crew portal', { client: north, hourlyRate: 12500, tasks: code });
  const kumo = build.client('Kumo Teahouse', { currency: 'JPY' });
  build.project('Menu and signage', { client: kumo, hourlyRate: 1_400_000, tasks: design });
  build.project('Web shop', { client: kumo, hourlyRate: 1_600_000, tasks: code });
  const opal = build.client('Opal Street Theatre', { ccEmails: ['accounts@opalstreet.example'] });
  build.project('Season brochure', {
    client: opal,
    tasks: design,
    timeEstimate: { amount: 60 * 3600, type: 'MANUAL', reset: 'MONTHLY' },
  });
  build.project('Ticketing', { client: opal, tasks: code });
  build.project('Backstage tours', { client: opal, hourlyRate: 7500 });
  const brook = build.client('Brookside Clinic');
  build.project('Patient leaflets', { client: brook, tasks: design });
  build.project('Appointment desk', { client: brook, hourlyRate: 11000, tasks: code });
  build.project('Accessibility audit', { client: brook, hourlyRate: 14000, tasks: ['Audit', 'Report'] });
  const quarry = build.client('Quarry & Sons Masonry', { currency: 'USD' });
  build.project('Catalogue', { client: quarry, tasks: design });
  build.project('Stone configurator', { client: quarry, hourlyRate: 12000, tasks: code });
  const old = build.client('Old Mill Press', { archived: true });
  build.project('Almanac 2024', { client: old, archived: true, members: [left], tasks: design });
  const confidential = { public: false, members: [team[0]!, team[1]!, team[6]!] };
  build.project('Project Heron', { client: build.client('Heron Holdings'), ...confidential, tasks: code });
  build.project('Pitches', { billable: false, tasks: ['Research', 'Deck'] });
  build.project('Administration', { billable: false, tasks: ['Bookkeeping', 'Hiring', 'Office'] });
  build.project('Training', { billable: false });
  build.project('Team days', { billable: false });
  build.project('Website template', { template: true, tasks: code });
}
