import { WorkdayEntries } from '../entries/workdays';
import type { Person, Workspace } from '../model';
import { WorkspaceBuilder, type WorkspaceOptions } from './builder';

/** A workspace of three people, for places where it matters only that there is one. */
export function studio(
  options: WorkspaceOptions,
  seed: number,
  ownerName: string,
  zone: string,
): { workspace: Workspace; owner: Person } {
  const build = new WorkspaceBuilder(options);
  const owner = build.person(ownerName, { role: 'OWNER', zone, hourlyRate: 9000, costRate: 4000 }).person;
  build.person('Robin Tidewell', { zone, hourlyRate: 7000 });
  build.person('Kim Arkwright', { zone });
  build.tag('studio');
  build.tag('outdoors');
  const client = build.client('Meadow Bakery');
  build.project('Packaging', { client, tasks: ['Sketch', 'Print'] });
  build.project('Shop window', { client, hourlyRate: 8500 });
  build.project('Own website', { billable: false });
  build.workspace.entries = new WorkdayEntries(build.workspace, seed, {
    since: '2025-06-01',
    perDay: [2, 4],
  });
  return { workspace: build.workspace, owner };
}
