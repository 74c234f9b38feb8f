import { hexId } from '../ids';
import type { Entry, EntrySource, Member, Project, Workspace } from '../model';
import { between, mix, pick, type Random, randomFrom } from '../random';
import { offsetAt } from '../zones';
import { describeWork } from './words';

const hour = 3_600_000;
const day = 24 * hour;
const monthsKept = 32;

/** How busy the people of a workspace are. */
export interface Workload {
  /** First day with entries, `yyyy-mm-dd`. */
  since: string;
  /** Entries of a person on a working day, from … to. */
  perDay: [number, number];
}

/**
 * What people track on their working days, for ever: each person's day is computed from the seed when somebody
 * looks at its month, and a few months are kept. An entry is there once it has ended by the clock.
 */
export class WorkdayEntries implements EntrySource {
  readonly clocked = true;
  readonly mayRun = false;
  readonly first: number;
  readonly last = Number.POSITIVE_INFINITY;
  private readonly months = new Map<number, Entry[]>();

  constructor(
    private readonly workspace: Workspace,
    private readonly seed: number,
    private readonly workload: Workload,
  ) {
    this.first = Date.parse(`${workload.since}T00:00:00Z`);
  }

  between(from: number, to: number, now: number): Entry[] {
    const found: Entry[] = [];
    const last = Math.min(to, now);
    const start = new Date(Math.max(from, this.first));
    let month = start.getUTCFullYear() * 12 + start.getUTCMonth();
    for (; monthStart(month) <= last; month += 1) {
      for (const entry of this.month(month)) {
        if (entry.start >= from && entry.start <= last && (entry.end ?? now) <= now) found.push(entry);
      }
    }
    return found;
  }

  private month(month: number): Entry[] {
    const known = this.months.get(month);
    if (known) return known;
    const entries: Entry[] = [];
    for (let at = monthStart(month); at < monthStart(month + 1); at += day) {
      if (at < this.first) continue;
      this.workspace.members.forEach((member, index) => {
        if (member.status === 'ACTIVE') this.workday(entries, member, index, at);
      });
    }
    entries.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
    if (this.months.size >= monthsKept) this.months.delete(this.months.keys().next().value!);
    this.months.set(month, entries);
    return entries;
  }

  private workday(into: Entry[], member: Member, index: number, date: number): void {
    const dayNumber = date / day;
    const random = randomFrom(this.seed, this.workspace.number, index, dayNumber);
    const weekday = new Date(date).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    if (random() < (weekend ? 0.96 : 0.06)) return;
    const projects = this.workspace.projects.filter((project) => open(project, member));
    const count = between(random, ...this.workload.perDay);
    const morning = date - offsetAt(member.person.zone, date) + 8 * hour;
    let start = morning + between(random, 0, 18) * 5 * 60_000;
    for (let number = 0; number < count; number += 1) {
      const exact = random() < 0.3 ? between(random, 0, 59) * 1000 : 0;
      const end = start + between(random, 3, 27) * 5 * 60_000 + exact;
      // A month is computed alone, so what a person far from UTC does across its border is left out.
      if (monthOf(start) !== monthOf(date)) return;
      const id = hexId(
        'entry',
        this.workspace.number,
        (dayNumber * 256 + index) * 32 + number,
        Math.floor(start / 1000),
      );
      into.push(this.entry(random, member, projects, { id, start, end, dayNumber }));
      start = end + (number === 1 ? 45 * 60_000 : pick(random, [0, 0, 5, 10]) * 60_000);
    }
  }

  private entry(
    random: Random,
    member: Member,
    projects: Project[],
    { id, start, end, dayNumber }: { id: string; start: number; end: number; dayNumber: number },
  ): Entry {
    const project = random() < 0.05 ? null : pick(random, projects);
    const tasks = project?.tasks ?? [];
    const task = tasks.length > 0 && random() < 0.7 ? pick(random, tasks) : null;
    const billable = (project?.billable ?? false) && random() < 0.92;
    const week = Math.floor((dayNumber + 3) / 7);
    const approved = mix(this.seed, this.workspace.number, week) % 3 === 0;
    const rates = ratesOf(this.workspace, member, project, task);
    return {
      id,
      start,
      end,
      person: member.person,
      project,
      task,
      tags: random() < 0.35 ? [pick(random, this.workspace.tags)] : [],
      description: random() < 0.04 ? '' : describeWork(Math.floor(random() * 65_536)),
      billable,
      type: project === null && random() < 0.3 ? 'BREAK' : 'REGULAR',
      ...rates,
      ...(approved && {
        more: { locked: true, approvalId: hexId('approval', this.workspace.number, week) },
      }),
    };
  }
}

/** Minor units an hour that apply to new work: the task's rate, else the project's, the member's, the workspace's. */
export function ratesOf(
  workspace: Workspace,
  member: Member,
  project: Project | null,
  task: { hourlyRate: number | null; costRate: number | null } | null,
): { rate: number; costRate: number | null } {
  return {
    rate: task?.hourlyRate ?? project?.hourlyRate ?? member.hourlyRate ?? workspace.hourlyRate,
    costRate: task?.costRate ?? project?.costRate ?? member.costRate ?? workspace.costRate,
  };
}

function open(project: Project, member: Member): boolean {
  return (
    !project.archived && !project.template && (project.public || project.members.includes(member.person))
  );
}

function monthOf(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthStart(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1);
}
