import type { EntrySource, Workspace } from '../model';
import { secondsOf } from './money';

/** Tracked seconds by id of project and of task. */
export type Durations = Map<string, number>;

interface Kept {
  until: number;
  durations: Durations;
}

const day = 86_400_000;

/** What was ever tracked on each project and task; whole past months are added up once. */
export class TrackedTime {
  private readonly kept = new WeakMap<EntrySource, Kept>();

  of(workspace: Workspace, now: number): Durations {
    const { entries } = workspace;
    let kept = this.kept.get(entries);
    if (!entries.clocked) {
      if (!kept) {
        kept = { until: now, durations: new Map() };
        add(kept.durations, workspace, entries.first, entries.last, now);
        this.kept.set(entries, kept);
      }
      return kept.durations;
    }
    // Everything that began before the border has ended by now, so the sum up to it never changes again.
    const date = new Date(now - day);
    const border = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    if (kept?.until !== border) {
      kept = { until: border, durations: new Map() };
      add(kept.durations, workspace, entries.first, border - 1, now);
      this.kept.set(entries, kept);
    }
    const durations = new Map(kept.durations);
    add(durations, workspace, border, now, now);
    return durations;
  }
}

function add(durations: Durations, workspace: Workspace, from: number, to: number, now: number): void {
  const entries = workspace.entries.between(from, to, now);
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries.at(index)!;
    const seconds = secondsOf(entry);
    for (const id of [entry.project?.id, entry.task?.id]) {
      if (id) durations.set(id, (durations.get(id) ?? 0) + seconds);
    }
  }
}

/** Seconds as ISO 8601 writes them: `PT88H36M`, `PT0S` for none. */
export function isoDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
    [seconds % 60, 'S'],
  ].filter(([amount]) => amount !== 0);
  return parts.length === 0 ? 'PT0S' : `PT${parts.flat().join('')}`;
}
