import { FixedEntries } from '../entries/fixed';
import { hexId } from '../ids';
import type { Entry, Person, Workspace } from '../model';
import { languageAnnex } from './language/annex';
import { writtenEntries } from './language/entries';
import { type Lab, languageLab } from './language/lab';

export interface Language {
  workspaces: [lab: Workspace, annex: Workspace];
  /** Whose week begins on Sunday. */
  owner: Person;
  /** Whose week begins on Saturday. */
  guest: Person;
}

/** Language lab and Language annex: about 470 and 100 entries, from July 2025 to August 2026. */
export function language(number: number, seed: number): Language {
  const lab = languageLab(number);
  const annex = languageAnnex(number + 1, lab);
  lab.workspace.entries = new FixedEntries(() => [
    ...writtenEntries({ ...lab, perDay: [0, 0, 1, 1, 1, 2, 2] }, seed),
    ...runningTimers(lab),
  ]);
  const team = [lab.owner, lab.guest, lab.alex];
  const sparse = { ...annex, team, rateless: null, perDay: [0, 0, 0, 1] };
  annex.workspace.entries = new FixedEntries(() => writtenEntries(sparse, seed));
  return {
    workspaces: [lab.workspace, annex.workspace],
    owner: lab.owner.person,
    guest: lab.guest.person,
  };
}

/** Two timers that run since 12 August 2026. */
function runningTimers({ workspace, owner, alex, projects }: Lab): Entry[] {
  return [owner, alex].map((member, index) => {
    const start = Date.parse('2026-08-12T13:00:00Z') + index * 3_600_000;
    return {
      id: hexId('entry', workspace.number, 2 ** 20 + index, start / 1000),
      start,
      end: null,
      person: member.person,
      project: projects[index]!,
      task: null,
      tags: [],
      description: 'running',
      billable: true,
      type: 'REGULAR',
      rate: 9000,
      costRate: 4000,
    };
  });
}
