import { ratesOf } from '../../entries/workdays';
import { hexId } from '../../ids';
import type { Entry, Member, Project, Tag, Workspace } from '../../model';
import { between, pick, type Random, randomFrom } from '../../random';
import { instantOf } from '../../zones';

/** Whose time it is, and on what. */
export interface Writing {
  workspace: Workspace;
  team: Member[];
  rateless: Member | null;
  projects: (Project | null)[];
  tags: Tag[];
  /** How many entries a day has: one of these. */
  perDay: number[];
}

const day = 86_400_000;
const first = Date.parse('2025-07-01T00:00:00Z');
const last = Date.parse('2026-08-31T00:00:00Z');

/** Some say the same in another case; some hold what patterns, lists and formulas are made of. */
const descriptions = [
  null,
  '',
  'Review',
  'review',
  'Review of chapter two',
  'chapter *two*',
  'What? (draft)',
  '.* [a-z]+$ \\',
  '50% of it, and the rest',
  '=SUM(A1:A9)',
  'naïve façade',
  'NAÏVE FAÇADE',
  'two\nlines',
  'Proof-reading',
  'Kick-off',
];

/** Entries from July 2025 to August 2026, the same for the same seed, there whatever the clock says. */
export function writtenEntries(writing: Writing, seed: number): Entry[] {
  const entries: Entry[] = [];
  for (let date = first; date <= last; date += day) {
    const random = randomFrom(seed, writing.workspace.number, date / day);
    const count = pick(random, writing.perDay);
    for (let each = 0; each < count; each += 1) {
      entries.push(entryOn(date, entries.length, random, writing));
    }
  }
  return entries;
}

function entryOn(date: number, index: number, random: Random, writing: Writing): Entry {
  const { workspace, tags } = writing;
  const member = pick(random, writing.team);
  const absence = random() < 0.12 ? pick(random, ['BREAK', 'HOLIDAY', 'TIME_OFF'] as const) : null;
  const project = absence ? null : pick(random, writing.projects);
  const task = project && project.tasks.length > 0 && random() < 0.6 ? pick(random, project.tasks) : null;
  // Late evenings are there for what lies across midnight, in one zone or another.
  const minute = random() < 0.15 ? between(random, 1380, 1439) : between(random, 0, 20) * 30 + 480;
  const start = instantOf(member.person.zone, date + minute * 60_000 + between(random, 0, 59) * 1000);
  return {
    id: hexId('entry', workspace.number, index, start / 1000),
    start,
    end: start + (absence === 'HOLIDAY' ? 8 * 3600 : secondsFor(random)) * 1000,
    person: member.person,
    project,
    task,
    tags: random() < 0.1 ? null : tags.filter(() => random() < 0.2),
    description: pick(random, descriptions),
    billable: (project?.billable ?? false) && random() < 0.85,
    type: absence ?? 'REGULAR',
    ...(member === writing.rateless
      ? { rate: null, costRate: null }
      : ratesOf(workspace, member, project, task)),
    ...moreOf(random, workspace),
  };
}

/** Mostly not whole minutes; now and then nothing at all. */
function secondsFor(random: Random): number {
  if (random() < 0.02) return 0;
  return random() < 0.3 ? between(random, 1, 20) * 900 : between(random, 1, 20_000);
}

function moreOf(random: Random, workspace: Workspace): Pick<Entry, 'more'> {
  if (random() < 0.15) {
    return { more: { locked: true, approvalId: hexId('approval', workspace.number, 1) } };
  }
  if (random() < 0.1) return { more: { invoicing: { invoiceId: hexId('invoice', workspace.number, 1) } } };
  return {};
}
