import { WorkdayEntries } from '../entries/workdays';
import type { Person, Workspace } from '../model';
import { WorkspaceBuilder } from './builder';
import { free2026Features } from './plans';

/** How many people the Free plan of this demo has room for. */
const freeSeats = 5;

/** Comet Kitchen: seven people who try everything that there is for a while. The guest is the last who came. */
export function trial(number: number, seed: number): { workspace: Workspace; owner: Person; guest: Person } {
  const build = new WorkspaceBuilder({ number, name: 'Comet Kitchen', plan: 'TRIAL' });
  const owner = build.person('Selma Vintersen', { role: 'OWNER', hourlyRate: 9500, costRate: 4200 }).person;
  for (const name of ['Bo Tangmere', 'Ilse Korngold', 'Rafi Lindqvist', 'Thea Marlowe', 'Ugo Pasterna'])
    build.person(name, { hourlyRate: 7000, costRate: 3000 });
  const guest = build.person('Wim Jagersma', { hourlyRate: 6500, costRate: 2800 }).person;
  build.tag('tasting');
  const client = build.client('Harvest Market');
  build.project('Street menu', {
    client,
    tasks: ['Recipes', 'Photographs'],
    budgetEstimate: { amount: 800_000, type: 'MANUAL', reset: null },
  });
  build.project('Cook book', { client, hourlyRate: 8800 });
  build.project('Dish washing', { billable: false });
  build.workspace.entries = new WorkdayEntries(build.workspace, seed, {
    since: '2025-06-01',
    perDay: [2, 4],
  });
  return { workspace: build.workspace, owner, guest };
}

/** What becomes of a workspace whose trial ends: the Free plan with its features and limits, and nobody who has no seat in it. */
export function endTrial(workspace: Workspace): void {
  workspace.plan = 'FREE_2026';
  workspace.features = free2026Features;
  workspace.members
    .filter(({ status }) => status === 'ACTIVE')
    .slice(freeSeats)
    .forEach((member) => {
      member.status = 'INACTIVE';
    });
}
